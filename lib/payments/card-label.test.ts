import { expect, test } from "vitest";
import { cardLabel } from "./card-label";

test.each([
  ["visa", "Visa •••• 4242"],
  ["amex", "American Express •••• 4242"],
  ["a_brand_of_tomorrow", "Card •••• 4242"],
])("a %s card reads %s", (brand, label) => {
  expect(cardLabel({ brand, last4: "4242" })).toBe(label);
});

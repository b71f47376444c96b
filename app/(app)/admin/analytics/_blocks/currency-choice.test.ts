import { expect, it } from "vitest";
import { chooseCurrency } from "./read-currency";

it.each([
  [[], "", { currency: "usd", currencies: ["usd"], missing: null }],
  [["usd", "jpy", "usd"], "", { currency: "usd", currencies: ["jpy", "usd"], missing: null }],
  [["eur", "jpy"], "", { currency: "eur", currencies: ["eur", "jpy"], missing: null }],
  [["usd", "jpy"], "JPY", { currency: "jpy", currencies: ["jpy", "usd"], missing: null }],
  [["usd"], "xxx", { currency: "usd", currencies: ["usd"], missing: "XXX" }],
  [["usd"], "<script>alert(1)", { currency: "usd", currencies: ["usd"], missing: "<SCRIPT>ALER" }],
])("of %j, asked for %j", (found, wanted, choice) => {
  expect(chooseCurrency(found, wanted)).toEqual(choice);
});

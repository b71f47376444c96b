import { describe, expect, it } from "vitest";
import { passesLuhn } from "../pages/card-form";
import { ALL_TEST_CARDS, findNamedTestCard, findTestCard, findTokenCard } from "./test-cards";

describe("test cards", () => {
  it.each(ALL_TEST_CARDS.map(({ number }) => number))(
    "%s has a valid check digit, as every documented card",
    (number) => {
      expect(passesLuhn(number)).toBe(true);
    },
  );

  it("are each listed once, by number and by name", () => {
    const numbers = ALL_TEST_CARDS.map(({ number }) => number);
    const names = ALL_TEST_CARDS.flatMap((card) => card.names);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are found by number, by name and by token", () => {
    expect(findTestCard("4242424242424242")).toBe(findNamedTestCard("pm_card_visa"));
    expect(findTokenCard("tok_visa")).toBe(findNamedTestCard("pm_card_visa"));
    expect(findTestCard("4111111111111111")).toBeNull();
  });
});

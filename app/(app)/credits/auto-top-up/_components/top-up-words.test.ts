import { expect, test } from "vitest";
import { topUpStops } from "@/lib/auto-top-up/types";
import { stopWords, toCapWords, toStatusWords } from "./top-up-words";

test.each(topUpStops)("%s says that nothing was charged, and what to do", (stop) => {
  expect(stopWords[stop].text).toContain("You were not charged");
  expect(stopWords[stop].text).toContain("switch it on again");
});

test("each end has its word", () => {
  const words = (status: Parameters<typeof toStatusWords>[0]["status"], failureCode: string | null = null) =>
    toStatusWords({ status, failureCode }).label;
  expect(words("pending")).toBe("On its way");
  expect([words("succeeded"), words("succeeded", "amount_differs")]).toEqual(["Paid", "Being looked at"]);
  expect([words("failed", "card_declined"), words("failed", "not_sent")]).toEqual(["Declined", "Not bought"]);
  expect(words("needs_authentication")).toBe("Not confirmed");
});

test("a cap is told in packs", () => {
  expect([0n, 1n, 3n].map(toCapWords)).toEqual([
    "Too little for one pack.",
    "One pack a month at most.",
    "3 packs a month at most.",
  ]);
});

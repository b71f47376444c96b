import { expect, test } from "vitest";
import { toStatusWords } from "./record-words";

test("what the bank does is said before all else", () => {
  expect(toStatusWords({ status: "paid", dispute: "open" }).label).toBe("Disputed");
  expect(toStatusWords({ status: "partly_refunded", dispute: "lost" }).label).toBe("Taken back by the bank");
  expect(toStatusWords({ status: "paid", dispute: null })).toEqual({ tone: "positive", label: "Paid" });
});

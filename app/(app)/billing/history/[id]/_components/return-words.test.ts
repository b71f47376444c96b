import { expect, test } from "vitest";
import { toCreditWords } from "./return-words";

test.each([
  [{ clawedMilli: 0n, debtMilli: 0n }, null],
  [{ clawedMilli: 500_000n, debtMilli: 0n }, "500 credits were taken back."],
  [{ clawedMilli: 500_000n, debtMilli: 120_000n }, "120 of them were spent already"],
  [{ clawedMilli: 500_000n, debtMilli: 120_000n, restored: true }, "and have come back."],
])("what went back with %o is told", (taken, words) => {
  if (words === null) expect(toCreditWords(taken)).toBeNull();
  else expect(toCreditWords(taken)).toContain(words);
});

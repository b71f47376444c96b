import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCredits } from "./format";
import { parseCredits } from "./parse-credits";

describe("credits as they are typed", () => {
  test("reads what the product writes but for its commas, exactly", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 9_999_999_999_999_999n), (creditsMilli) => {
        expect(parseCredits(formatCredits(creditsMilli).replaceAll(",", ""))).toEqual({ creditsMilli });
      }),
    );
  });

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["-5", "sign"],
    ["−5", "sign"],
    ["+5", "sign"],
    ["12,5", "format"],
    ["1,250", "format"],
    ["1.234,5", "format"],
    ["1,23,456", "format"],
    ["12.", "format"],
    [".5", "format"],
    ["1e3", "format"],
    ["0x10", "format"],
    ["１２", "format"],
    ["five", "format"],
    ["1 000", "format"],
    ["99999999999999", "format"],
    ["1.2345", "decimals"],
    ["0", "zero"],
    ["0.000", "zero"],
  ])("refuses %j as %s", (typed, problem) => {
    expect(parseCredits(typed)).toEqual({ problem });
  });
});

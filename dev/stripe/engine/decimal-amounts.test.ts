import { describe, expect, it } from "vitest";
import { decimalAmount, multiplyDecimal } from "./decimal-amounts";

describe("decimal amounts", () => {
  it.each([
    ["12", 12],
    ["12.0", 12],
    ["12.5", null],
    ["0.000000000001", null],
  ])("%s is whole: %s", (decimal, whole) => {
    expect(decimalAmount(decimal)).toBe(whole);
  });

  it.each([
    ["0.5", 1, 1],
    ["0.5", 3, 2],
    ["0.4", 1, 0],
    ["0.1", 3, 0],
    ["1250", 4, 5000],
    ["0.000000000001", 1, 0],
    ["9007199254.740993", 1000, 9_007_199_254_741],
  ])("%s times %i rounds to %i", (decimal, quantity, total) => {
    expect(multiplyDecimal(decimal, quantity)).toBe(total);
  });

  it.each(["-1", "1e3", "1.", ".5", "0.0000000000001", "ten", ""])("refuses %j", (decimal) => {
    expect(() => decimalAmount(decimal)).toThrow("Invalid decimal");
  });
});

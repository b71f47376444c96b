import { describe, expect, it } from "vitest";
import { changedAttributes } from "./changed-attributes";

describe("changedAttributes", () => {
  it.each([
    ["nothing", { a: 1 }, { a: 1 }, {}],
    ["a value", { a: 1, b: 2 }, { a: 1, b: 3 }, { b: 2 }],
    ["a key of a hash", { m: { a: "1", b: "2" } }, { m: { a: "1", b: "3" } }, { m: { b: "2" } }],
    ["a new key of a hash", { m: {} }, { m: { a: "1" } }, { m: { a: null } }],
    ["a whole list", { l: [1, 2] }, { l: [2] }, { l: [1, 2] }],
    ["a hash that was null", { m: null }, { m: { a: 1 } }, { m: null }],
  ])("shows %s as it was", (...[, before, after, expected]) => {
    expect(changedAttributes(before, after)).toEqual(expected);
  });
});

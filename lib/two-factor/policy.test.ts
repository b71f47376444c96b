import { expect, test } from "vitest";
import { toTypedCode } from "./policy";
import { hashRecoveryCode, newRecoveryCodes, showRecoveryCode } from "./recovery-code";

test.each([
  ["123456", { kind: "totp", code: "123456" }],
  [" 123 456 ", { kind: "totp", code: "123456" }],
  ["１２３４５６", { kind: "totp", code: "123456" }],
  ["ABCD-EFGH-JKMN-PQRS-TVWX-YZ01", { kind: "recovery", code: "abcdefghjkmnpqrstvwxyz01" }],
  ["oI1l uvwx 0123 4567 89ab cdef", { kind: "recovery", code: "0111vvwx0123456789abcdef" }],
  ["12345", null],
  ["1234567", null],
  ["abcd-efgh-jkmn-pqrs", null],
  ["", null],
  ["1".repeat(200), null],
  [undefined, null],
  [123456, null],
])("reads %j as it was meant", (typed, meant) => {
  expect(toTypedCode(typed)).toEqual(meant);
});

test("a code is read as it is shown, and its hash is of its owner alone", () => {
  for (const code of newRecoveryCodes()) {
    expect(toTypedCode(showRecoveryCode(code))).toEqual({ kind: "recovery", code });
    expect(hashRecoveryCode("ada", code)).not.toBe(hashRecoveryCode("eve", code));
  }
});

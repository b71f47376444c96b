import { expect, test } from "vitest";
import { disputeReason, warningKind } from "./bank-words";

test("a bank's codes are told in words, and unknown ones as they are, readable", () => {
  expect(disputeReason("fraudulent")).toBe("the cardholder did not make this payment");
  expect(disputeReason("bank_cannot_process")).toBe("bank cannot process");
  expect(warningKind("made_with_stolen_card")).toBe("Made with a stolen card");
  expect(warningKind("some_new_fraud")).toBe("some new fraud");
});

import Stripe from "stripe";
import { expect, test } from "vitest";
import { PaymentRequestRefused } from "@/lib/ports/payment-gateway-errors";
import { readRefusal } from "./read-refusal";

/** As `callStripe` throws it for a card error of Stripe's. */
const refused = (said: { code?: string; decline_code?: string }) =>
  new PaymentRequestRefused({
    cause: new Stripe.errors.StripeCardError({ type: "card_error", message: "No.", ...said }),
  });

test("tells what the bank said of a declined card", () => {
  expect(readRefusal(refused({ code: "card_declined", decline_code: "insufficient_funds" }))).toEqual({
    outcome: "refused",
    code: "card_declined",
    declineCode: "insufficient_funds",
  });
});

test("says nothing that the bank did not say", () => {
  expect(readRefusal(refused({ code: "expired_card" }))).toEqual({
    outcome: "refused",
    code: "expired_card",
    declineCode: null,
  });
  expect(readRefusal(refused({}))).toEqual({ outcome: "refused", code: null, declineCode: null });
});

test.each([
  { code: "subscription_payment_intent_requires_action" },
  { code: "invoice_payment_intent_requires_action" },
  { code: "authentication_required" },
  { code: "card_declined", decline_code: "authentication_required" },
])("hears of $code $decline_code that the owner must confirm it", (said) => {
  expect(readRefusal(refused(said))).toEqual({ outcome: "needs_authentication" });
});

test("is silent about what no bank refused", () => {
  const cause = new Stripe.errors.StripeInvalidRequestError({
    type: "invalid_request_error",
    message: "No such price.",
  });
  expect(readRefusal(new PaymentRequestRefused({ cause }))).toBeNull();
  expect(readRefusal("not even an error")).toBeNull();
});

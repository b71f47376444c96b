import { expect, test } from "vitest";
import type { OpenInvoicePayment } from "@/lib/payment-methods/types";
import { toDeclineWords } from "./decline-words";
import { toPaymentNotice } from "./payment-words";

const bill = { amountMinor: 5_000n, currency: "usd", hostedUrl: "https://invoice.stripe.com/i/1" };

test.each<[OpenInvoicePayment, string, string | null]>([
  [{ ...bill, outcome: "paid" }, "is paid", null],
  [
    { ...bill, outcome: "refused", code: "card_declined", declineCode: "insufficient_funds" },
    "could not be paid",
    "Pay at Stripe",
  ],
  [{ ...bill, outcome: "needs_authentication" }, "wants you to confirm", "Confirm at Stripe"],
  [{ ...bill, outcome: "unknown" }, "not paid yet", "Look at Stripe"],
])("an invoice that is %o", (payment, title, action) => {
  const notice = toPaymentNotice(payment);
  expect(notice.title).toContain("$50.00");
  expect(notice.title).toContain(title);
  expect(notice.action?.label ?? null).toBe(action);
});

test("a refusal says why where that helps, and that nothing was charged", () => {
  const payment = {
    ...bill,
    outcome: "refused",
    code: "card_declined",
    declineCode: "insufficient_funds",
  } as const;
  const { detail } = toPaymentNotice(payment);
  expect(detail).toContain("not enough money");
  expect(detail).toContain("You were not charged.");
});

test("nobody reads that their card is thought stolen", () => {
  const generic = toDeclineWords({ code: "card_declined", declineCode: "generic_decline" });
  for (const declineCode of ["stolen_card", "lost_card", "fraudulent", "pickup_card"]) {
    expect(toDeclineWords({ code: "card_declined", declineCode })).toBe(generic);
  }
});

test("a reason of the number itself needs no reason of the bank", () => {
  expect(toDeclineWords({ code: "incorrect_cvc" })).toContain("security code");
});

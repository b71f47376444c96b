import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { openTarget } from "./target";

/** Stripe opens and decides disputes of test cards within moments, not at once. */
async function until<T>(read: () => Promise<T | undefined>, wanted: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await read();
    if (value !== undefined && wanted(value)) return value;
    if (tries > 60) throw new Error("It did not come to be.");
    await new Promise((resolve) => {
      setTimeout(resolve, tries < 20 ? 20 : 1_000);
    });
  }
}

const buy = (stripe: Stripe, payment_method: string) =>
  stripe.paymentIntents.create({
    ...{ amount: 4500, currency: "usd", confirm: true, payment_method },
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  });

async function disputed(): Promise<{ stripe: Stripe; intent: string; dispute: Stripe.Dispute }> {
  const { stripe } = await openTarget();
  const { id: intent } = await buy(stripe, "pm_card_createDispute");
  const dispute = await until(
    async () => (await stripe.disputes.list({ payment_intent: intent })).data[0],
    ({ status }) => status === "needs_response",
  );
  return { stripe, intent, dispute };
}

describe("money that goes back", () => {
  it("is refunded in parts, never beyond the whole", async () => {
    const { stripe } = await openTarget();
    const { id: payment_intent } = await buy(stripe, "pm_card_visa");
    await stripe.refunds.create({ payment_intent, amount: 1500 });
    await stripe.refunds.create({ payment_intent, amount: 1000, reason: "requested_by_customer" });
    await expect(stripe.refunds.create({ payment_intent, amount: 2001 })).rejects.toMatchObject({
      ...{ type: "StripeInvalidRequestError", statusCode: 400 },
    });
    const rest = await stripe.refunds.create({ payment_intent });
    expect(rest).toMatchObject({ amount: 2000, status: "succeeded" });
    await expect(stripe.refunds.create({ payment_intent })).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
    const { latest_charge: charge } = await stripe.paymentIntents.retrieve(payment_intent, {
      expand: ["latest_charge"],
    });
    expect(charge).toMatchObject({ amount_refunded: 4500, refunded: true });
  }, 120_000);

  it.each([
    ["winning_evidence", "won"],
    ["losing_evidence", "lost"],
  ])(
    "is disputed, and with %s the dispute is %s",
    async (uncategorized_text, status) => {
      const { stripe, dispute } = await disputed();
      await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text }, submit: true });
      const closed = await until(
        () => stripe.disputes.retrieve(dispute.id),
        (now) => now.status === status,
      );
      const net = closed.balance_transactions.map(({ amount }) => amount);
      expect(net).toEqual(status === "won" ? [-4500, 4500] : [-4500]);
    },
    120_000,
  );
});

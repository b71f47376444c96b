import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { at, day, startBilling } from "./support/start-billing";
import { refusal } from "./support/start-local-stripe";
import { lineTexts, startSubscribed } from "./support/start-subscribed";

describe("previews", () => {
  const rule = "https://docs.stripe.com/api/invoices/create_preview";

  it.each(["always_invoice", "create_prorations", "none"] as const)(
    `shows exactly what a change with %s will bill (${rule})`,
    async (behavior) => {
      const { stripe, id, item, price, invoices, advance } = await startSubscribed();
      const details = {
        items: [{ id: item, price: await price("Platinum", 6189), quantity: 2 }],
        proration_behavior: behavior,
      };
      await advance(at("2030-01-16") + 1234);
      const preview = await stripe.invoices.createPreview({
        subscription: id,
        subscription_details: details,
      });
      await stripe.subscriptions.update(id, details);
      if (behavior !== "always_invoice") await advance(at("2030-02-01") + 7200);
      const billed = (await invoices(id)).at(-1);
      expect(billed && lineTexts(billed)).toEqual(lineTexts(preview));
      expect(preview).toMatchObject({ total: billed?.total, amount_due: billed?.amount_due });
      expect(preview.id).toMatch(/^upcoming_in_/);
    },
  );

  it(`shows a change of interval, a cancellation and the next renewal (${rule})`, async () => {
    const { stripe, id, item, price } = await startSubscribed();
    const preview = async (details: Stripe.InvoiceCreatePreviewParams.SubscriptionDetails) =>
      lineTexts(await stripe.invoices.createPreview({ subscription: id, subscription_details: details }));
    const year = await price("Year", 36_500, { interval: "year" });
    expect((await preview({ items: [{ id: item, price: year }] })).map(([, amount]) => amount)).toEqual([
      -1600, 36_500,
    ]);
    expect((await preview({ cancel_now: true })).map(([, amount]) => amount)).toEqual([-1600]);
    const renewal = await stripe.invoices.createPreview({ subscription: id });
    expect([renewal.total, day(renewal.period_end), renewal.billing_reason]).toEqual([
      3100,
      "2030-02-01",
      "upcoming",
    ]);
    const error = await refusal(preview({ cancel_at_period_end: true }));
    expect(error).toMatchObject({ statusCode: 404, code: "invoice_upcoming_none" });
  });

  it(`shows the first invoice of a subscription that does not exist (${rule})`, async () => {
    const { stripe, customer, price } = await startBilling("2030-01-16");
    const details = {
      items: [{ price: await price("Gold", 3100) }],
      billing_cycle_anchor: { type: "timestamp" as const, timestamp: at("2030-02-01") },
    };
    const preview = await stripe.invoices.createPreview({ customer, subscription_details: details });
    expect(preview.total).toBe(1600);
    expect((await stripe.subscriptions.list({ customer })).data).toEqual([]);
    expect((await stripe.invoices.list({ customer })).data).toEqual([]);
  });
});

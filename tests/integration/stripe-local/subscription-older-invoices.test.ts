import { describe, expect, it } from "vitest";
import { at, type Billing, giveCard, startBilling } from "./support/start-billing";

const rule = "https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses";
const HOUR = 60 * 60;

/** Weekly, paid on January 1; what is due on the 8th and the 15th is refused, the former for good on the 16th. */
async function twoWeeksOverdue(): Promise<Billing & { id: string }> {
  const billing = await startBilling("2030-01-01", { invoiceRetryDays: [3, 5] });
  const { stripe, customer, price, subscribe, advance } = billing;
  const { id } = await subscribe(await price("Weekly", 700, { interval: "week" }));
  await giveCard(stripe, customer, "pm_card_chargeCustomerFail");
  await advance("2030-01-12");
  await advance(at("2030-01-15") + 2 * HOUR);
  return { ...billing, id };
}

describe("an older invoice whose retries are exhausted", () => {
  it(`leaves a subscription alone whose latest invoice is paid (${rule}) [from knowledge]`, async () => {
    const { stripe, customer, id, advance, invoices, subscription } = await twoWeeksOverdue();
    expect((await invoices(id)).map(({ status }) => status)).toEqual(["paid", "open", "open"]);
    const [, older, latest] = await invoices(id);
    const good = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    await stripe.invoices.pay(latest!.id, { payment_method: good.id });
    expect((await subscription(id)).status).toBe("active");
    await advance("2030-01-18");
    expect(await stripe.invoices.retrieve(older!.id)).toMatchObject({
      status: "open",
      next_payment_attempt: null,
      attempt_count: 3,
    });
    expect((await subscription(id)).status).toBe("active");
  });

  it(`cancels one that is past due (${rule}) [from knowledge]`, async () => {
    const { id, advance, subscription } = await twoWeeksOverdue();
    expect((await subscription(id)).status).toBe("past_due");
    await advance("2030-01-18");
    expect((await subscription(id)).status).toBe("canceled");
  });
});

import { describe, expect, test } from "vitest";
import { beginAdding, finishAdding, makeDefault } from "@/lib/payment-methods";
import { openWallets } from "./setup";

const { shop, stripe, createMember, addCard, startPlan, leaveInvoiceOpen, newAttempt } = await openWallets();

/** A member whose plan could not be renewed. */
async function createDebtor() {
  const member = await createMember();
  const used = await addCard(member.customer, "pm_card_visa");
  const plan = await startPlan(shop.ctx, member.customer, used);
  return { ...member, plan, invoice: await leaveInvoiceOpen(shop.ctx, plan, member.customer) };
}

const bill = { amountMinor: 5_000n, currency: "usd" };

describe("a new default while an invoice of the plan is open", () => {
  test("pays it at once, and twice asked pays it once", async () => {
    const { as, customer, invoice } = await createDebtor();
    const paymentMethodId = await addCard(customer, "pm_card_mastercard");
    const [first, second] = await Promise.all([
      makeDefault(as, { paymentMethodId }),
      makeDefault(as, { paymentMethodId }),
    ]);
    expect(first).toEqual({ id: paymentMethodId, payment: { ...bill, ...hosted(invoice), outcome: "paid" } });
    expect(second).toEqual(first);
    const { data } = await stripe.charges.list({ customer });
    expect(data.filter(({ amount, paid }) => paid && amount === 5_000)).toHaveLength(2); // the first period, and this
    expect((await stripe.invoices.retrieve(invoice.id)).status).toBe("paid");
    expect((await makeDefault(as, { paymentMethodId })).payment).toMatchObject({ outcome: "paid" });
  });

  test("pays with a card that was just added, too", async () => {
    const { as, invoice } = await createDebtor();
    const setupIntentId = (await beginAdding(as, newAttempt())).clientSecret.split("_secret_")[0]!;
    await stripe.setupIntents.confirm(setupIntentId, { payment_method: "pm_card_visa" });
    expect((await finishAdding(as, { setupIntentId })).payment).toMatchObject({ outcome: "paid" });
    expect((await stripe.invoices.retrieve(invoice.id)).status).toBe("paid");
  });

  test("tells why the bank refused, and stays the default", async () => {
    const { as, customer, invoice } = await createDebtor();
    const paymentMethodId = await addCard(customer, "pm_card_chargeCustomerFail");
    expect(await makeDefault(as, { paymentMethodId })).toMatchObject({
      payment: { ...bill, ...hosted(invoice), outcome: "refused", code: "card_declined" },
    });
    expect((await stripe.invoices.retrieve(invoice.id)).status).toBe("open");
  });

  test("tells that the bank asks for its owner's confirmation", async () => {
    const { as, customer } = await createDebtor();
    const paymentMethodId = await addCard(customer, "pm_card_authenticationRequired");
    expect((await makeDefault(as, { paymentMethodId })).payment).toMatchObject({
      ...bill,
      outcome: "needs_authentication",
    });
  });

  test("tells that Stripe did not answer, and is the default all the same", async () => {
    const { as, customer } = await createDebtor();
    const paymentMethodId = await addCard(customer, "pm_card_mastercard");
    await shop.stripe.breakApi({ kind: "500", count: 3, route: "POST /v1/invoices/{id}/pay" });
    expect((await makeDefault(as, { paymentMethodId })).payment).toMatchObject({ outcome: "unknown" });
    await shop.stripe.heal();
  });

  test("charges nothing when the invoice was voided meanwhile", async () => {
    const { as, customer, invoice } = await createDebtor();
    await stripe.invoices.voidInvoice(invoice.id);
    const paymentMethodId = await addCard(customer, "pm_card_mastercard");
    expect((await makeDefault(as, { paymentMethodId })).payment).toBeNull();
  });
});

function hosted({ hostedUrl }: { hostedUrl: string | null | undefined }) {
  return { hostedUrl };
}

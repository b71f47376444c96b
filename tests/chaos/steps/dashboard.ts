import type { Member } from "../play/member";
import type { Stage, Step } from "../play/stage";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import type { Random } from "../random";

const monthly = ["plan_basic_month", "plan_pro_month"];

async function priceOf(stage: Stage, lookupKey: string): Promise<string> {
  const { data } = await stage.world.stripe.prices.list({ lookup_keys: [lookupKey] });
  if (!data[0]) throw new Error(`No price ${lookupKey}.`);
  return data[0].id;
}

async function attach(stage: Stage, member: Member, card: string): Promise<string | null> {
  const [customer] = await stage.customersOf(member);
  if (!customer) return null;
  return stage.dashboard(`gives ${member.name} ${card}`, async () => {
    const { id } = await stage.world.stripe.paymentMethods.attach(card, { customer });
    return id;
  });
}

/** The next payment fails. */
export const failingCard: Step = {
  name: "gets a card that fails",
  weight: 5,
  async run(stage, member) {
    const [subscription] = await stage.subscriptionsOf(member);
    const id = subscription && (await attach(stage, member, "pm_card_chargeCustomerFail"));
    if (!id) return;
    await stage.dashboard("sets it", async () => {
      await stage.world.stripe.subscriptions.update(subscription.id, { default_payment_method: id });
    });
  },
};

/** A good card, chosen on our page: what is open is paid with it. */
export const goodCard: Step = {
  name: "gets a good card",
  weight: 7,
  async run(stage, member, random) {
    const id = await attach(stage, member, random.pick(["pm_card_visa", "pm_card_mastercard"]));
    if (!id) return;
    const times = random.chance(0.3) ? 2 : 1;
    const choose = () => stage.call(member.name, { name: "makeDefault", actor: stage.as(member) }, id);
    await Promise.all(Array.from({ length: times }, choose));
  },
};

export const payOpenInvoice: Step = {
  name: "pays an open invoice on Stripe's page",
  weight: 3,
  async run(stage, member) {
    for (const customer of await stage.customersOf(member)) {
      const { data } = await stage.world.stripe.invoices.list({ customer, status: "open" });
      const url = data[0]?.hosted_invoice_url;
      if (!url) continue;
      const { location } = await payOnHostedPage(url, cards.ok);
      stage.note(`  pays ${data[0]?.id ?? ""} → ${location ?? "stays"}`);
    }
  },
};

/** Somebody gives a member who has a plan, or has not, another one by hand. */
export const secondPlan: Step = {
  name: "is given a plan in the dashboard",
  weight: 2,
  async run(stage, member, random) {
    const [customer] = await stage.customersOf(member);
    const method = customer && (await attach(stage, member, "pm_card_visa"));
    if (!method) return;
    await stage.dashboard("creates a subscription", async () => {
      const price = await priceOf(stage, random.pick(monthly));
      await stage.world.stripe.subscriptions.create({
        customer,
        items: [{ price }],
        default_payment_method: method,
      });
    });
  },
};

export const cancelNow: Step = {
  name: "is ended at once in the dashboard",
  weight: 2,
  async run(stage, member, random) {
    const all = await stage.subscriptionsOf(member);
    if (all.length === 0) return;
    const { id } = random.pick(all);
    await stage.dashboard(`cancels ${id}`, () => stage.world.stripe.subscriptions.cancel(id));
  },
};

export const editCustomer: Step = {
  name: "is renamed in the dashboard",
  weight: 2,
  async run(stage, member, random) {
    const [customer] = await stage.customersOf(member);
    if (!customer) return;
    const name = `Member ${random.int(1, 999)}`;
    await stage.dashboard(`names ${customer}`, () => stage.world.stripe.customers.update(customer, { name }));
  },
};

async function pickCharge(stage: Stage, member: Member, random: Random) {
  const charges = await stage.chargesOf(member);
  return charges.length > 0 ? random.pick(charges) : null;
}

export const refundThere: Step = {
  name: "is refunded in the dashboard",
  weight: 4,
  async run(stage, member, random) {
    const charge = await pickCharge(stage, member, random);
    if (!charge) return;
    const part = random.chance(0.6) ? { amount: random.int(1, charge.amount) } : {};
    await stage.dashboard(`refunds ${charge.id} ${part.amount ?? "whole"}`, () =>
      stage.world.stripe.refunds.create({ charge: charge.id, ...part }),
    );
  },
};

export const openDispute: Step = {
  name: "disputes a payment",
  weight: 4,
  async run(stage, member, random) {
    const charge = await pickCharge(stage, member, random);
    if (!charge) return;
    const amount = random.chance(0.4) ? { amount: random.int(1, charge.amount) } : {};
    const status = random.pick(["needs_response", "needs_response", "warning_needs_response"]);
    await stage.dashboard(`disputes ${charge.id} ${amount.amount ?? "whole"} ${status}`, () =>
      stage.emulator("disputes", { charge: charge.id, status, ...amount }),
    );
  },
};

export const decideDispute: Step = {
  name: "has a dispute decided",
  weight: 5,
  async run(stage, _member, random) {
    const { data } = await stage.world.stripe.disputes.list({ limit: 100 });
    const open = data.filter(
      ({ status }) => !["won", "lost", "warning_closed", "prevented"].includes(status),
    );
    if (open.length === 0) return;
    const { id, status: before } = random.pick(open);
    const status = before.startsWith("warning_") ? "escalated" : random.pick(["won", "lost"]);
    await stage.dashboard(`decides ${id}: ${status}`, () =>
      stage.emulator("disputes", { dispute: id, status }),
    );
  },
};

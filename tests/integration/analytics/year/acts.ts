import { randomUUID } from "node:crypto";
import { startCheckout } from "@/lib/checkout";
import { adoptCustomer, ensureCustomer } from "@/lib/customers";
import { requestRefund } from "@/lib/refunds";
import { runService } from "@/lib/services";
import { confirmPlanChange, previewPlanChange } from "@/lib/subscriptions";
import { checkOutPlan, useCard, type Member } from "@/tests/integration/subscriptions/subscribe";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import type { Year } from "./open-year";

const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
export const word = { reason: "Ticket 42", origin };

/** What people, their support and their banks do in the year. Nothing of it is known before the webhooks came. */
export function actsOf(year: Year) {
  const { shop, stripe } = year;

  /** Signs up now, and confirms the address some minutes later; `never` if so. */
  async function signUp({ confirms = true } = {}): Promise<Member> {
    const member = await shop.createBuyer();
    const createdAt = shop.ctx.clock.now();
    const emailVerified = confirms ? new Date(createdAt.getTime() + 5 * 60_000) : null;
    await shop.db.prisma.user.update({ where: { id: member.user.id }, data: { createdAt, emailVerified } });
    return member;
  }

  /** One hosted page, on which these cards are tried one after the other. */
  async function buyPack(member: Member, lookupKey: string, tries: readonly string[] = [cards.ok]) {
    const { url } = await startCheckout(member.as, { lookupKey });
    for (const card of tries) await payOnHostedPage(url, card);
    year.later();
  }

  async function subscribe(member: Member, lookupKey: string) {
    await checkOutPlan(shop, lookupKey, member);
    year.later();
  }

  async function changePlan(member: Member, lookupKey: string) {
    await year.heard();
    const { token } = await previewPlanChange(member.as, { lookupKey });
    await confirmPlanChange(member.as, { lookupKey, token });
    year.later();
  }

  async function takeCard(member: Member, card: string) {
    await year.heard();
    await useCard(shop, member, card);
    year.later();
  }

  /** A customer of Stripe's with a card, whom support serves in the dashboard. */
  async function cardOnFile(member: Member, card = "pm_card_visa") {
    const customer = await ensureCustomer(shop.ctx, member.user.id);
    const { id } = await stripe.paymentMethods.attach(card, { customer });
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
    return { customer, default_payment_method: id };
  }

  /** A second customer of the same person: Stripe bills each of them in one currency alone. */
  async function secondCustomer({ user }: Member) {
    const { id: customer } = await stripe.customers.create({ metadata: { user_id: user.id } });
    await shop.db.transaction((tx) => adoptCustomer(tx, { userId: user.id, stripeCustomerId: customer }));
    const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    return { customer, default_payment_method: id };
  }

  /** Runs a service for each of the texts. One without a word fails, and costs nothing. */
  async function run(member: Member, slug: "text-statistics" | "word-counter", ...texts: string[]) {
    await year.heard();
    for (const text of texts) {
      const request = { slug, userId: member.user.id, key: randomUUID(), input: { text } };
      await runService(shop.ctx, { ...request, source: "web" });
    }
  }

  /** Of their payments, the one of this rank by time. */
  async function paymentOf({ user }: Member, rank: number) {
    await year.heard();
    const [payment] = await shop.db.prisma.payment.findMany({
      where: { userId: user.id, status: "succeeded" },
      orderBy: [{ paidAt: "asc" }, { id: "asc" }],
      skip: rank,
      take: 1,
    });
    if (!payment) throw new Error("There is no such payment.");
    return payment;
  }

  async function refund(member: Member, rank: number, amountMinor?: bigint) {
    const { id: paymentId } = await paymentOf(member, rank);
    await requestRefund(year.admin, { paymentId, amountMinor, credits: "claw_back", reason: null });
    year.later();
  }

  async function refundAtStripe(member: Member, rank: number, amount: number) {
    const { stripePaymentIntentId } = await paymentOf(member, rank);
    await stripe.refunds.create({ payment_intent: stripePaymentIntentId, amount });
    year.later();
  }

  async function dispute(member: Member, rank: number): Promise<string> {
    const { stripeChargeId } = await paymentOf(member, rank);
    const { id } = await year.returns.dispute({ charge: stripeChargeId });
    year.later();
    return id;
  }

  async function decide(id: string, status: "won" | "lost") {
    await year.returns.dispute({ dispute: id, status });
    year.later();
  }

  return {
    ...{ signUp, buyPack, subscribe, changePlan, takeCard, cardOnFile, secondCustomer, run },
    ...{ paymentOf, refund, refundAtStripe, dispute, decide },
  };
}

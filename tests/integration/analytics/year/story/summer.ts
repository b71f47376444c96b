import { expect } from "vitest";
import { cancelPlan, endPlanNow, pausePlan, previewPlanEnd } from "@/lib/subscriptions";
import { planOf, type Member } from "@/tests/integration/subscriptions/subscribe";
import { actsOf } from "../acts";
import type { Year } from "../open-year";
import type { Spring } from "./spring";
import { text } from "./winter";

/** Ten days of which no webhook tells: all that happened in them is found by the sweep, in the end. */
async function outage(year: Year, { jon, kim }: Spring) {
  const acts = actsOf(year);
  const { stripe, shop } = year;
  await year.until("06-28 21:00");
  const oli = await acts.signUp();
  const [pro] = (await stripe.prices.list({ lookup_keys: ["plan_pro_month"] })).data;
  const trial = { items: [{ price: pro!.id }], trial_period_days: 10 };
  const { id: trialOfOli } = await stripe.subscriptions.create({ ...(await acts.cardOnFile(oli)), ...trial });
  year.later();

  await year.until("07-04 12:00");
  await year.sweep();
  await shop.stripe.breakDeliveries({ drop: 100_000 });
  const { stripeSubscriptionId } = (await planOf(shop, jon))!;
  await year.until("07-05 22:00");
  await stripe.subscriptions.cancel(stripeSubscriptionId);
  await acts.refundAtStripe(kim, 1, 1_500);
  const lost = await acts.dispute(kim, 1);
  await year.until("07-07 02:00");
  await acts.decide(lost, "lost");
  // His trial has ended on the 8th, and he pays: that he will go is news of another day.
  await year.until("07-12 09:00");
  await stripe.subscriptions.update(trialOfOli, { cancel_at_period_end: true });
  await year.until("07-14 12:00");
  await shop.stripe.heal();
  await year.sweep();
  return oli;
}

/**
 * Money that came by Stripe's dashboard, refused first and days after it was asked for; our side hears of it only when
 * somebody registers it.
 */
async function paidInDashboard(year: Year, member: Member): Promise<string> {
  const { paymentIntents, paymentMethods } = year.stripe;
  const { customer, default_payment_method: good } = await actsOf(year).cardOnFile(member);
  const { id: bad } = await paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  const automatic_payment_methods = { enabled: true, allow_redirects: "never" as const };
  const terms = { amount: 4_100, currency: "eur", customer, automatic_payment_methods };
  const { id } = await paymentIntents.create(terms);
  await year.until("08-04 10:00");
  await expect(paymentIntents.confirm(id, { payment_method: bad })).rejects.toThrow("declined");
  await paymentIntents.confirm(id, { payment_method: good });
  year.later();
  return id;
}

async function endAtOnce(year: Year, { user }: Member) {
  await year.heard();
  const choice = { userId: user.id, refund: "unused" } as const;
  const { token } = await previewPlanEnd(year.admin, choice);
  await endPlanNow(year.admin, { ...choice, token });
  year.later();
}

/** July to September: plans end in every way that there is, and money is found late. */
export async function summer(year: Year, people: Spring) {
  const { ben, cleo, dan, eve, finn, gus, max, nia } = people;
  const acts = actsOf(year);
  const oli = await outage(year, people);

  await year.until("08-01 03:00");
  await cancelPlan(dan.as, { reason: "too_expensive" });
  await pausePlan(year.admin, { userId: gus.user.id, resumesAt: null });
  const unheard = await paidInDashboard(year, ben);

  await year.until("08-20 12:00");
  await acts.takeCard(eve, "pm_card_chargeCustomerFail");
  await acts.run(cleo, "text-statistics", text(2), text(2));
  await acts.run(nia, "word-counter", text(3));

  await year.until("09-05 13:00");
  await endAtOnce(year, finn);
  await acts.subscribe(max, "plan_pro_month");
  await acts.buyPack(ben, "pack_500", ["4000000000005126"]);

  await year.until("09-20 12:00");
  await acts.refund(oli, 0, 4_000n);
  // The bank takes it, and sends it back a minute later.
  await acts.refund(ben, 2, 2_000n);
  return { ...people, oli, unheard };
}

export type Summer = Awaited<ReturnType<typeof summer>>;

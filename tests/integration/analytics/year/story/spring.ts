import { randomUUID } from "node:crypto";
import { giveComplimentaryPlan } from "@/lib/complimentary-plans";
import { spendCredits } from "@/lib/credits";
import { cards } from "@/tests/setup/local-stripe-controls";
import { actsOf, word } from "../acts";
import type { Year } from "../open-year";
import { text, type Winter } from "./winter";

const yen = (amount: number, interval: "month" | "year") =>
  ({
    currency: "jpy",
    unit_amount: amount,
    product: "quickscale_plan_basic",
    recurring: { interval },
  }) as const;

/**
 * April to June: support sells the plan in yen to two people, which our catalogue has no price for; a trial; a plan on
 * us; a price that somebody made by hand; a renewal that is refused and paid later.
 */
export async function spring(year: Year, people: Winter) {
  const { ada, dan, eve, cleo } = people;
  const acts = actsOf(year);
  const { signUp, cardOnFile, run } = acts;
  const { subscriptions, prices } = year.stripe;

  await year.until("04-02 09:00");
  const gus = await signUp();
  const monthly = await prices.create(yen(7_000, "month"));
  await subscriptions.create({ ...(await cardOnFile(gus)), items: [{ price: monthly.id }] });
  year.later();
  await run(gus, "text-statistics", text(7));

  await year.until("04-03 23:50");
  const finn = await signUp();
  const [basic] = (await prices.list({ lookup_keys: ["plan_basic_month"] })).data;
  const trial = { items: [{ price: basic!.id }], trial_period_days: 14 };
  await subscriptions.create({ ...(await cardOnFile(finn)), ...trial });
  const ivy = await signUp();
  await subscriptions.create({ ...(await cardOnFile(ivy)), ...trial, cancel_at_period_end: true });
  year.later();

  await year.until("04-11 10:00");
  await run(ivy, "word-counter", text(1));
  const max = await signUp();
  const endsAt = year.at("07-11 10:00");
  const plan = { id: randomUUID(), planKey: "plan_pro", endsAt, ...word };
  await giveComplimentaryPlan(year.admin, { ...plan, userId: max.user.id });
  await run(max, "text-statistics", text(90), text(1));

  await year.until("04-20 12:00");
  const hana = await signUp();
  const yearly = await prices.create(yen(70_000, "year"));
  await subscriptions.create({ ...(await cardOnFile(hana)), items: [{ price: yearly.id }] });
  year.later();
  await acts.takeCard(eve, "pm_card_chargeCustomerFail");
  await acts.changePlan(dan, "plan_basic_month");

  await year.until("05-03 16:00");
  await acts.takeCard(eve, "pm_card_visa");
  const kim = await signUp();
  await acts.buyPack(kim, "pack_1000");
  await year.heard();
  await spendCredits(year.shop.ctx, { userId: kim.user.id, key: "bulk", creditsMilli: 700_000n });
  // Nobody answers the bank: it is lost at its deadline.
  await acts.dispute(kim, 0);

  await year.until("05-20 12:00");
  await acts.buyPack(kim, "pack_500");
  const answered = await acts.dispute(kim, 1);
  const jon = await signUp();
  const byHand = await prices.create({
    ...{ currency: "usd", unit_amount: 700, recurring: { interval: "month" as const } },
    product_data: { name: "Made by hand" },
  });
  await subscriptions.create({ ...(await cardOnFile(jon)), items: [{ price: byHand.id }] });
  year.later();

  await year.until("05-24 00:20");
  await acts.decide(answered, "won");

  await year.until("06-01 01:00");
  await acts.refundAtStripe(ada, 3, 2_500);
  await run(ada, "text-statistics", text(30));
  await run(cleo, "text-statistics", text(1));

  await year.until("06-15 20:00");
  const lea = await signUp();
  await acts.buyPack(lea, "pack_100", [cards.authenticate]);
  await acts.buyPack(lea, "pack_100");
  await run(lea, "text-statistics", text(4));
  await run(ada, "word-counter", text(1));
  return { ...people, gus, finn, ivy, max, hana, kim, jon, lea, yen: monthly.id };
}

export type Spring = Awaited<ReturnType<typeof spring>>;

import { expireCredits, grantCredits, revokeCredits } from "@/lib/credits";
import { packs, plans } from "@/lib/catalog/catalog";
import { issueCreditNote } from "@/lib/documents";
import { cannedRun } from "./canned-run";
import { createChance } from "./chance";
import { recordPayment, type Decline } from "./record-payment";
import { recordRun } from "./record-run";
import { seededId } from "./seeded-id";
import type { StoryEvent } from "./story";
import { addDays, billingInstants } from "./story-time";

const months = 11;
const runsInMonth = (month: number) => (month % 4 === 2 ? 20 : 10);
const card = { brand: "visa", last4: "4242" };
const [pack100, pack500, pack1000] = packs;
const [basic] = plans;
const declined: Decline = {
  code: "card_declined",
  declineCode: "generic_decline",
  message: "Your card was declined.",
};
const noFunds: Decline = {
  code: "card_declined",
  declineCode: "insufficient_funds",
  message: "Your card has insufficient funds.",
};

type Pack = (typeof packs)[number];
type Extra = { declines?: readonly Decline[]; paid?: boolean };

function buy(
  userId: string,
  at: Date,
  { pack, name, ...extra }: { pack: Pack; name: string } & Extra,
): StoryEvent {
  const { amountMinor, currency } = pack.price;
  const grant = { key: `pi:pi_seed_${name}`, kind: "payg" } as const;
  const payment = {
    kind: "purchase",
    description: pack.name,
    credits: pack.credits,
    amountMinor,
    currency,
  } as const;
  return { at, happen: (ctx) => recordPayment(ctx, { userId, name, card, grant, ...payment, ...extra }) };
}

function renew(userId: string, from: Date, { until, month }: { until: Date; month: number }): StoryEvent {
  const name = `ada_in_${String(month).padStart(2, "0")}`;
  const { amountMinor, currency } = basic.prices.month;
  return {
    at: from,
    // The grant first writes what lapses at this very instant: all that the last period left over.
    happen: (ctx) =>
      recordPayment(ctx, {
        ...{
          userId,
          name,
          kind: "subscription",
          card,
          amountMinor,
          currency,
          credits: basic.creditsPerMonth,
        },
        description: `${basic.name}, monthly`,
        grant: { key: `in:${name}:1`, kind: "subscription", expiresAt: until },
      }),
  };
}

function work(userId: string, from: Date, { until, month }: { until: Date; month: number }): StoryEvent[] {
  const chance = createChance(1_000 + month);
  const days = (until.getTime() - from.getTime()) / 86_400_000;
  const length = runsInMonth(month);
  return Array.from({ length }, (_, index) => {
    const at = addDays(from, 0.3 + ((index + chance.next() * 0.8) / length) * (days - 0.6));
    const run = cannedRun(chance, 190_000);
    return { at, happen: (ctx) => recordRun(ctx, { ...run, userId, name: `ada ${month}.${index}` }) };
  });
}

/** When Ada joined: a week and a half before the oldest of her months. */
export function adaJoinedAt(now: Date): Date {
  return addDays(billingInstants(now, months)[0] ?? now, -10);
}

/**
 * A year: a first pack, then Basic month by month with its left-overs expiring, packs when it was not enough, a
 * refund, a payment that never worked, a gift that expired, and runs all the time, some of which failed.
 */
export function adaStory(userId: string, now: Date): StoryEvent[] {
  const instants = billingInstants(now, months);
  const month = (index: number, days: number) => addDays(instants[index] ?? now, days);
  const joined = adaJoinedAt(now);
  const monthly = instants.slice(0, -1).flatMap((from, index) => {
    const period = { until: instants[index + 1] ?? now, month: index };
    return [renew(userId, from, period), ...work(userId, from, period)];
  });
  const giftEnds = month(8, 2);
  const events = [
    buy(userId, addDays(joined, 0.1), { pack: pack100, name: "ada_01" }),
    ...monthly,
    buy(userId, month(2, 17), { pack: pack500, name: "ada_02", declines: [declined] }),
    buy(userId, month(4, 9), { pack: pack1000, name: "ada_03", declines: [noFunds, noFunds], paid: false }),
    buy(userId, month(5, 20), { pack: pack100, name: "ada_04" }),
    { at: month(5, 21.2), happen: (ctx) => refund(ctx, userId) },
    { at: month(6, 4), happen: (ctx) => gift(ctx, userId, giftEnds) },
    { at: giftEnds, happen: (ctx) => expireCredits(ctx) },
    buy(userId, month(9, 11), { pack: pack1000, name: "ada_05" }),
  ] satisfies StoryEvent[];
  return events.filter(({ at }) => at <= now);
}

async function refund(ctx: Parameters<StoryEvent["happen"]>[0], userId: string): Promise<void> {
  const { amountMinor, currency } = pack100.price;
  const at = ctx.clock.now();
  const id = seededId("ada_refund", at);
  const creditsMilli = BigInt(pack100.credits) * 1000n;
  await ctx.db.prisma.payment.update({
    where: { stripePaymentIntentId: "pi_seed_ada_04" },
    data: {
      refundedMinor: amountMinor,
      refunds: {
        create: {
          ...{ id, userId, amountMinor, currency, status: "succeeded", reason: "requested_by_customer" },
          ...{ stripeRefundId: "re_seed_ada_01", clawedMilli: creditsMilli, clawedAt: at },
          ...{ createdAt: at, updatedAt: at },
        },
      },
    },
    select: { id: true },
  });
  await revokeCredits(ctx, {
    ...{ userId, key: `refund:${id}`, lotKey: "pi:pi_seed_ada_04", take: { amountMinor, currency } },
    ...{ reference: `refund:${id}`, description: "Refund: 100 credits" },
  });
  await issueCreditNote(ctx, ctx.db, { refundId: id });
}

async function gift(
  ctx: Parameters<StoryEvent["happen"]>[0],
  userId: string,
  expiresAt: Date,
): Promise<void> {
  await grantCredits(ctx, {
    ...{ userId, key: "admin:seed-gift", kind: "promo", creditsMilli: 50_000n, expiresAt },
    ...{ reference: "admin:seed-gift", description: "Thank you for your patience" },
  });
}

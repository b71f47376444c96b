import { packs } from "@/lib/catalog/catalog";
import type { Books } from "./books/books";
import { cannedCount, cannedRun, cannedText } from "./canned-run";
import { createChance } from "./chance";
import { buyPack, type Pack } from "./facts/buy-pack";
import { genericDecline, noFunds, type Decline } from "./facts/decline";
import { grant } from "./facts/grant";
import { refund } from "./facts/pay-back";
import type { Person } from "./facts/person";
import { PlanLife } from "./facts/plan-life";
import { recordRun } from "./facts/record-run";
import { addDays, billingInstants } from "./story-time";
import { daysBetween, manyOn, timesOn } from "./usage/days";

const months = 11;
const runsInMonth = (month: number) => (month % 4 === 2 ? 20 : 10);
const card = { brand: "visa", last4: "4242" };
const [pack100, pack500, pack1000] = packs;

function work(
  books: Books,
  userId: string,
  { from, until, month }: { from: Date; until: Date; month: number },
) {
  const chance = createChance(1_000 + month);
  const days = (until.getTime() - from.getTime()) / 86_400_000;
  const length = runsInMonth(month);
  for (let index = 0; index < length; index += 1) {
    const at = addDays(from, 0.3 + ((index + chance.next() * 0.8) / length) * (days - 0.6));
    recordRun(books, { ...cannedRun(chance, 190_000), at, userId, name: `ada ${month}.${index}` });
  }
}

/** Short texts, some of them only counted: what she does every working day of late. */
function workDaily(books: Books, userId: string) {
  const { now } = books;
  const chance = createChance(2_000);
  for (const [number, day] of daysBetween(addDays(now, -70), now).entries())
    for (const [index, at] of timesOn(
      day,
      { count: manyOn(day, { perWorkingDay: 5, now }, chance), now },
      chance,
    ).entries()) {
      const run =
        chance.next() < 0.55
          ? cannedCount(chance.between(300, 6_000))
          : cannedText(chance, 900 * (index + 1));
      recordRun(books, { ...run, at, userId, name: `ada daily ${number}.${index}` });
    }
}

/** When Ada joined: a week and a half before the oldest of her months. */
export function adaJoinedAt(now: Date): Date {
  return addDays(billingInstants(now, months)[0] ?? now, -10);
}

/**
 * A year: a first pack, then Basic month by month with its left-overs expiring, packs when it was not enough, a
 * refund, a payment that never worked, a gift that expired, and runs all the time, some of which failed.
 */
export function tellAda(books: Books, userId: string): void {
  const { now } = books;
  const ada: Person = { userId, name: "ada", card, currency: "usd" };
  const instants = billingInstants(now, months);
  const after = (index: number, days: number) => addDays(instants[index] ?? now, days);
  const buy = (at: Date, name: string, more: { pack: Pack; declines?: Decline[]; paid?: boolean }) =>
    at <= now ? buyPack(books, ada, { at, name, ...more }) : null;

  buy(addDays(adaJoinedAt(now), 0.1), "ada_01", { pack: pack100 });
  const plan = new PlanLife(books, ada, {
    ...{ at: instants[0] ?? now, name: "ada_in", plan: "plan_basic", interval: "month", chargeAfterMs: 0 },
  });
  while (plan.renewsAt <= now) plan.renew();
  instants.slice(0, -1).forEach((from, month) => {
    work(books, userId, { from, until: instants[month + 1] ?? now, month });
  });
  workDaily(books, userId);
  buy(after(2, 17), "ada_02", { pack: pack500, declines: [genericDecline] });
  buy(after(4, 9), "ada_03", { pack: pack1000, declines: [noFunds, noFunds], paid: false });
  const regretted = buy(after(5, 20), "ada_04", { pack: pack100 });
  if (regretted) refund(books, regretted, { at: after(5, 21.2), name: "ada_01" });
  const key = "admin:seed-gift";
  grant(books, {
    ...{ at: after(6, 4), userId, key, kind: "promo", creditsMilli: 50_000n, expiresAt: after(8, 2) },
    ...{ reference: key, description: "Thank you for your patience" },
  });
  buy(after(9, 11), "ada_05", { pack: pack1000 });
}

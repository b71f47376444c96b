import { packs } from "@/lib/catalog/catalog";
import { planQuotas } from "@/lib/quotas/types";
import type { Books } from "./books/books";
import { cannedCount, cannedRun } from "./canned-run";
import { createChance } from "./chance";
import { buyPack } from "./facts/buy-pack";
import type { Person } from "./facts/person";
import { recordRun } from "./facts/record-run";
import { addDays } from "./story-time";
import { dayOf, daysBetween, manyOn, timesOn } from "./usage/days";

const [pack100] = packs;
const perDay = Number(planQuotas.free.runs_per_day);
/** So many of a day's runs are done today: near the limit, which is not reached. */
const today = Math.floor(perDay * 0.86);
const paidDaysAgo = [22.6, 19.2, 11.4, 3.8, 0.9];

export function benJoinedAt(now: Date): Date {
  return addDays(now, -24);
}

/** Counts words all day long on working days, which is free; on one of them as often as he may, and then some more. */
function countWords(books: Books, userId: string): void {
  const { now } = books;
  const chance = createChance(78);
  const days = daysBetween(addDays(now, -23), now);
  const paidOn = (day: Date) =>
    paidDaysAgo.filter((ago) => dayOf(addDays(now, -ago)).getTime() === day.getTime()).length;
  const busiest = days.slice(-8, -1).find((day) => day.getUTCDay() === 2);
  for (const [number, day] of days.entries()) {
    const usual =
      day === busiest ? perDay : Math.min(manyOn(day, { perWorkingDay: 36, now }, chance), perDay - 4);
    const runs = number === days.length - 1 ? today : usual;
    const times = timesOn(day, { count: runs - paidOn(day), now }, chance);
    for (const [index, at] of times.entries())
      recordRun(books, {
        ...{ ...cannedCount(chance.between(300, 9_000)), at, userId, name: `ben ${number}.${index}` },
      });
    const last = times.at(-1);
    if (day !== busiest || !last) continue;
    books.hits.push({
      ...{ userId, kind: "runs_per_day", startsAt: day, limit: BigInt(perDay), hits: 3 },
      ...{ firstAt: new Date(last.getTime() + 70_000), lastAt: new Date(last.getTime() + 540_000) },
    });
  }
}

/** One pack, a handful of runs that it paid, and words counted every day up to the limit of who has no plan. */
export function tellBen(books: Books, userId: string): void {
  const { now } = books;
  const card = { brand: "mastercard", last4: "4444" };
  const ben: Person = { userId, name: "ben", card, currency: "usd" };
  buyPack(books, ben, { at: addDays(now, -23), name: "ben_01", pack: pack100 });
  const chance = createChance(77);
  paidDaysAgo.forEach((days, index) => {
    recordRun(books, { ...cannedRun(chance, 9_000), at: addDays(now, -days), userId, name: `ben ${index}` });
  });
  countWords(books, userId);
}

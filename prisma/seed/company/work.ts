import type { Books } from "../books/books";
import { cannedRun } from "../canned-run";
import { recordRun } from "../facts/record-run";
import { addDays } from "../story-time";
import type { Member } from "./member";
import { busynessOf, inOfficeHours } from "./working-days";

interface Habit {
  from: Date;
  until: Date;
  perWeek: number;
  /** In characters: what a text may cost. */
  longestText: number;
}

/** Runs of services, mostly on working days. */
export function work(books: Books, { userId, name, chance }: Member, habit: Habit): void {
  const { from, until, perWeek, longestText } = habit;
  let number = 0;
  for (let day = from; day < until; day = addDays(day, 1)) {
    let expected = (perWeek / 5.7) * busynessOf(day);
    for (; expected > 0; expected -= 1) {
      if (chance.next() >= expected) continue;
      const at = inOfficeHours(day, chance);
      const run = cannedRun(chance, longestText);
      number += 1;
      const unique = `${name} ${from.getTime()} ${number}`;
      if (at > from && at < until) recordRun(books, { ...run, at, userId, name: unique });
    }
  }
}

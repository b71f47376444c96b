import type { Books } from "../books/books";
import { createChance } from "../chance";
import { addDays } from "../story-time";
import { busynessOf, inOfficeHours } from "./working-days";

/** How many of the crowd sign up in each twelfth of the year: it grows, with a slow summer. */
const perMonth = [4, 5, 6, 8, 7, 6, 10, 11, 14, 18, 21, 25];

const daysPerMonth = 365 / 12;

/** When each of the crowd signed up, oldest first: on working days and in office hours, mostly. */
export function signUpTimes({ now }: Books): Date[] {
  const chance = createChance(9_001);
  const times = perMonth.flatMap((people, month) =>
    Array.from({ length: people }, () => {
      const from = addDays(now, -365 + month * daysPerMonth);
      let at = from;
      do at = inOfficeHours(addDays(from, chance.next() * daysPerMonth), chance);
      while (chance.next() * 1.15 > busynessOf(at) || at > addDays(now, -0.1));
      return at;
    }),
  );
  return times.sort((a, b) => a.getTime() - b.getTime());
}

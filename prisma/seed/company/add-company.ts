import type { Books } from "../books/books";
import { createChance } from "../chance";
import { addDays } from "../story-time";
import { join, type Member } from "./member";
import { tellPackBuyer } from "./pack-buyer";
import { signUpTimes } from "./sign-ups";
import { specials } from "./specials";
import { tellSubscriber } from "./subscriber";
import { work } from "./work";
import { inOfficeHours } from "./working-days";

/** Counts words now and then, which costs nothing. */
function tellOnlooker(books: Books, member: Member): void {
  const { joinedAt, chance } = member;
  const until = addDays(joinedAt, chance.between(1, 21));
  const end = until < books.now ? until : books.now;
  work(books, member, { from: joinedAt, until: end, perWeek: 0.8, longestText: 1_000 });
}

/** In this order, of a hundred people who sign up. */
const lots: readonly (readonly [share: number, story: ((books: Books, member: Member) => void) | null])[] = [
  [0.1, null], // never confirmed their address
  [0.3, tellOnlooker],
  [0.57, tellPackBuyer],
  [1, tellSubscriber],
];

/** Everybody who cannot sign in: those whom every day of the demo needs, and the crowd. */
export function addCompany(books: Books): void {
  const fates = createChance(4_711);
  const crowd = signUpTimes(books).map((joinedAt) => ({ joinedAt, special: null }));
  const wanted = specials.map((special) => ({
    ...{ special, joinedAt: inOfficeHours(addDays(books.now, -special.daysAgo), fates) },
  }));
  const all = [...crowd, ...wanted].sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime());
  for (const [number, { joinedAt, special }] of all.entries()) {
    if (special) {
      special.tell(books, join(books, { number, joinedAt, currency: special.currency ?? "usd" }));
      continue;
    }
    const fate = fates.next();
    const story = lots.find(([share]) => fate < share)?.[1] ?? null;
    const member = join(books, { number, joinedAt, verified: story !== null });
    story?.(books, member);
  }
}

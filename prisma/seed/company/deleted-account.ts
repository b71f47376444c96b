import { v5 as nameBased } from "uuid";
import { Prisma } from "@/lib/db";
import type { Books } from "../books/books";
import { addDays } from "../story-time";
import { tellPackBuyer } from "./pack-buyer";
import type { Member } from "./member";

/** Two weeks after they asked, nothing tells any more whose account it was; what they paid and used is kept. */
export function giveUpAccount(books: Books, { row, userId }: Member, askedAt: Date): void {
  const anonymisedAt = addDays(askedAt, 14.1);
  const email = `deleted-${nameBased(userId, userId)}@deleted.invalid`;
  const nothing = { name: null, company: null, jobTitle: null, location: null, timeZone: null };
  Object.assign(row, nothing, {
    ...{ email, deletionAskedAt: askedAt, suspendedAt: anonymisedAt, anonymisedAt, updatedAt: anonymisedAt },
  });
  for (const customer of books.customers) if (customer.userId === userId) customer.email = email;
  // Results are forgotten with their owner. They are known once the ledger has answered.
  books.forgotten.add(userId);
}

/** They asked, and can still take it back. */
export function askDeletion(books: Books, member: Member): void {
  tellPackBuyer(books, member);
  Object.assign(member.row, { deletionAskedAt: addDays(books.now, -4), updatedAt: addDays(books.now, -4) });
}

/** Takes what runs of people who are gone had made out of them. */
export function forgetResults(books: Books): void {
  for (const run of books.runs) if (books.forgotten.has(run.userId)) run.output = Prisma.DbNull;
}

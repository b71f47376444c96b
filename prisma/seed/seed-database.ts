import type { Database, Db } from "@/lib/db";
import { issueBacklog } from "@/lib/documents";
import { hashPassword } from "@/lib/users";
import { seedPassword } from "./accounts";
import { openBooks, type Books } from "./books/books";
import { writeFacts, writeLedger, writePeople } from "./books/write-books";
import { addCompany } from "./company/add-company";
import { forgetResults } from "./company/deleted-account";
import { addDemoPeople } from "./demo-people";
import { playSteps } from "./ledger/play-steps";
import { tellPrograms } from "./usage/programs";
import { tellTopUps } from "./usage/top-ups";
import { writeTopUps, writeUsage } from "./usage/write-usage";

/** Stripe's prices where the catalogue has been read; before that, names of their own. */
async function readPrices(db: Db): Promise<Books["priceOf"]> {
  const rows = await db.prisma.catalogPrice.findMany({ select: { stripePriceId: true, lookupKey: true } });
  const ids = new Map(rows.map(({ lookupKey, stripePriceId }) => [lookupKey, stripePriceId]));
  return (lookupKey) => ids.get(lookupKey) ?? `price_seed_${lookupKey}`;
}

/**
 * Fills an empty database with the year of a small company: four people who can sign in, and all the others. Stories
 * are told in memory, credits worked out with them; then everything is written in one transaction, all or nothing, and
 * documents get their numbers in the order of time. A database that has people is left as it is. The same
 * `now` gives the same story.
 * @returns what was done, for the line that is shown at the start
 */
export async function seedDatabase(db: Database, now = new Date()): Promise<string> {
  if ((await db.prisma.user.count()) > 0) return "there already";
  const passwordHash = await hashPassword(seedPassword);
  const books = openBooks(now, await readPrices(db));
  addDemoPeople(books, passwordHash);
  addCompany(books);
  const accounts = playSteps(books.steps);
  forgetResults(books);
  tellPrograms(books);
  tellTopUps(books, accounts);
  await db.transaction(async (tx) => {
    await writePeople(tx, books);
    await writeLedger(tx, accounts);
    await writeFacts(tx, books);
    await writeUsage(tx, books, accounts);
    await writeTopUps(tx, books);
    await issueBacklog(tx, books.documents);
  });
  return `${books.users.length} people, ${books.payments.length} payments, ${books.runs.length} runs`;
}

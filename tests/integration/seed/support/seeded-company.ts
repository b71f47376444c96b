import { openBooks } from "@/prisma/seed/books/books";
import { addCompany } from "@/prisma/seed/company/add-company";
import { addDemoPeople } from "@/prisma/seed/demo-people";
import { playSteps } from "@/prisma/seed/ledger/play-steps";

/** The whole story in memory, as the seed tells it. */
export function tellCompany(now: Date) {
  const books = openBooks(now, (lookupKey) => `price_seed_${lookupKey}`);
  addDemoPeople(books, "no password");
  addCompany(books);
  return { books, accounts: playSteps(books.steps) };
}

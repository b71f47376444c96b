import type { Db } from "@/lib/db";
import type { AccountState } from "../ledger/account";
import type { Books } from "./books";
import { insertRows } from "./insert-rows";

/** People, and what credits refer to. */
export async function writePeople(tx: Db, books: Books): Promise<void> {
  await insertRows(tx, "users", books.users);
  await tx.prisma.billingCustomer.createMany({ data: books.customers });
}

/** Credit accounts with all that happened on them, in the order of time. */
export async function writeLedger(tx: Db, accounts: readonly AccountState[]): Promise<void> {
  const rows = accounts.map(({ lots: _, entries: __, holds: ___, revocations: ____, ...account }) => account);
  const entries = accounts.flatMap((account) => account.entries);
  entries.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const holds = accounts.flatMap((account) => [...account.holds.values()]);
  await insertRows(tx, "credit_accounts", rows);
  await insertRows(
    tx,
    "credit_lots",
    accounts.flatMap(({ lots }) => lots),
  );
  await insertRows(tx, "credit_entries", entries);
  await insertRows(tx, "credit_holds", holds);
  await insertRows(
    tx,
    "credit_revocations",
    accounts.flatMap(({ revocations }) => revocations),
  );
}

/** Everything that the ledger's answers have completed. */
export async function writeFacts(tx: Db, books: Books): Promise<void> {
  await insertRows(tx, "subscriptions", books.subscriptions);
  await insertRows(tx, "subscription_changes", books.changes);
  await insertRows(tx, "invoices", books.invoices);
  await insertRows(tx, "checkouts", books.checkouts);
  await insertRows(tx, "payments", books.payments);
  await insertRows(tx, "payment_attempts", books.attempts);
  await insertRows(tx, "payment_lots", books.lots);
  await insertRows(tx, "refunds", books.refunds);
  await insertRows(tx, "disputes", books.disputes);
  await insertRows(tx, "complimentary_plans", books.givenPlans);
  await insertRows(tx, "service_runs", books.runs);
}

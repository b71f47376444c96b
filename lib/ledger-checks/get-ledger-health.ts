import { LedgerCheckForbidden } from "./errors";
import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { readChecks, readEmails } from "./queries";
import type { LedgerHealth } from "./types";

const historyLength = 15;

/**
 * How the ledger was when it was last checked, and the checks before.
 * @throws LedgerCheckForbidden
 */
export async function getLedgerHealth({
  db,
  actor,
  systemClock,
}: Pick<AppContext, "db" | "actor" | "systemClock">): Promise<LedgerHealth> {
  requireAdmin(actor, LedgerCheckForbidden);
  const history = await readChecks(db, { limit: historyLength, now: systemClock.now() });
  const last = history.find(({ state }) => state === "passed" || state === "found_problems") ?? null;
  const current = history.find(({ state }) => state === "waiting" || state === "running") ?? null;
  const emails = await readEmails(db, last?.problems.map(({ userId }) => userId) ?? []);
  return { last, current, history, emails: Object.fromEntries(emails) };
}

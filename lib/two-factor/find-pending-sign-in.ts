import type { AppContext } from "@/lib/context";
import { findPendingRow } from "./queries";
import type { PendingSignIn } from "./types";

/** What the page of the second step shows; null when there is nothing to finish. Reading changes nothing. */
export async function findPendingSignIn(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  token: string | null,
): Promise<PendingSignIn | null> {
  const row = token ? await findPendingRow(db, token, systemClock.now()) : null;
  return row && { userId: row.userId, email: row.email, next: row.next };
}

import type { AppContext } from "@/lib/context";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { markUndone } from "./repository";

/** Takes the deletion of an account back while it is there. Idempotent. API keys that ended stay ended. */
export async function undoDeletion(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { userId, origin }: { userId: string; origin: EventOrigin },
): Promise<void> {
  await db.transaction(async (tx) => {
    const now = systemClock.now();
    if (!(await markUndone(tx, userId, now))) return;
    await recordSecurityEvent(tx, { userId, kind: "account_deletion_undone", origin, now });
  });
}

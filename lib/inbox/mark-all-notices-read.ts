import type { AppContext } from "@/lib/context";
import { markReadUpTo } from "./repository";

/** Marks a person's notices as read, up to the newest that they saw: what came since stays unread. Idempotent. */
export async function markAllNoticesRead(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { userId, newestSeen }: { userId: string; newestSeen: string },
): Promise<void> {
  await markReadUpTo(db, { userId, id: newestSeen, now: systemClock.now() });
}

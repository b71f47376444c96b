import type { AppContext } from "@/lib/context";
import { markRead } from "./repository";

/** Marks one of a person's own notices as read. Idempotent; nothing happens to what is not theirs or is no more. */
export async function markNoticeRead(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { userId, id }: { userId: string; id: string },
): Promise<void> {
  await markRead(db, { userId, id, now: systemClock.now() });
}

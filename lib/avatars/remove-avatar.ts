import type { AppContext } from "@/lib/context";
import { forgetAvatar } from "./forget-avatar";

/** Takes a person's picture away: nobody is shown it any more. Idempotent. */
export async function removeAvatar(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  userId: string,
): Promise<void> {
  await db.transaction((tx) => forgetAvatar(tx, userId, systemClock.now()));
}

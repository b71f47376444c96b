import type { AppContext } from "@/lib/context";
import { isSetting } from "./policy";
import { keepChoices } from "./repository";
import type { NotificationChoice } from "./types";

/**
 * Sets switches of a person; those that are not named stay as they are, and what has no switch is left out.
 * Idempotent.
 */
export async function saveNotificationPreferences(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { userId, choices }: { userId: string; choices: readonly NotificationChoice[] },
): Promise<void> {
  const known = choices.filter(isSetting);
  await db.transaction((tx) => keepChoices(tx, { userId, choices: known, now: systemClock.now() }));
}

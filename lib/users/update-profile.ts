import type { AppContext } from "@/lib/context";
import { saveProfile } from "./repository";
import type { Profile } from "./schema";

/** Replaces what a person tells of themselves, as `profileSchema` left it. Idempotent. */
export async function updateProfile(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { userId, profile }: { userId: string; profile: Profile },
): Promise<void> {
  await saveProfile(db, userId, { ...profile, updatedAt: systemClock.now() });
}

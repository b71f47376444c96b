import type { Db } from "@/lib/db";
import { subjectKey } from "./subject-key";
import type { RateLimit } from "./types";

/**
 * Gives all tries back to a subject, and to every subject that begins with it: `[email]` clears an address at
 * every place it was tried from, `[email, place]` that place only. Idempotent.
 */
export async function clearRateLimit(db: Db, limit: RateLimit, subject: readonly string[]): Promise<void> {
  const key = `${limit.name}:${subjectKey(subject)}`;
  await db.sql({
    name: "clear-rate-limit",
    text: "DELETE FROM rate_limits WHERE key = $1::text OR starts_with(key, $1::text || ':')",
    values: [key],
  });
}

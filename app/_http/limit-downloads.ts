import type { AppContext } from "@/lib/context";
import { consumeRateLimit } from "@/lib/rate-limits";

/** Enough for anybody, too few to keep a server busy. */
const limit = { name: "download", points: 60, windowSeconds: 600 };

/**
 * Counts a file that is drawn or gathered anew each time it is asked for.
 * @throws TooManyAttempts
 */
export async function limitDownloads({ db }: Pick<AppContext, "db">, userId: string): Promise<void> {
  await consumeRateLimit(db, limit, [userId]);
}

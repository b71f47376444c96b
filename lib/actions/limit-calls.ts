import type { z } from "zod";
import type { Db } from "@/lib/db";
import { consumeRateLimit } from "@/lib/rate-limits";
import type { actionMetadata } from "./create-public-action";

/**
 * Counts one call of an action that declared a limit. A caller without a name is not counted: a limit shared by
 * everybody would lock everybody out.
 * @throws TooManyAttempts
 */
export async function limitCalls(
  db: Db,
  { name, limit }: z.infer<typeof actionMetadata>,
  caller: string | null,
): Promise<void> {
  if (limit && caller) await consumeRateLimit(db, { name: `action-${name}`, ...limit }, [caller]);
}

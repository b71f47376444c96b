import { requireActiveAdmin } from "@/lib/users";
import type { AdjustmentContext } from "./context";
import { readAdjustments } from "./queries";
import type { AdjustmentPage } from "./types";

const pageSize = 10;

interface PageInput {
  userId: string;
  before?: bigint | null;
  after?: bigint | null;
}

/**
 * A page of what admins changed on somebody's account, newest first, by keyset. `before` wins over `after`.
 * @throws ActorNotAdmin
 */
export async function listAdjustments(
  { db, actor }: Pick<AdjustmentContext, "db" | "actor">,
  { userId, before = null, after = null }: PageInput,
): Promise<AdjustmentPage> {
  await requireActiveAdmin(db, actor);
  const forward = before === null && after !== null;
  const read = await readAdjustments(db, { userId, before, after, limit: pageSize + 1 });
  const more = read.length > pageSize;
  const adjustments = forward ? read.slice(-pageSize) : read.slice(0, pageSize);
  return {
    adjustments,
    older: forward || more ? (adjustments.at(-1)?.entrySeq ?? null) : null,
    newer: (forward ? more : before !== null) ? (adjustments[0]?.entrySeq ?? null) : null,
  };
}

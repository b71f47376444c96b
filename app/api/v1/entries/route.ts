import { answerOperation, listEntriesOperation, toEntryPage } from "@/lib/api";
import { listEntries } from "@/lib/credits";

export const GET = answerOperation(listEntriesOperation, async ({ ctx, caller, query }) => {
  const { limit, cursor } = query;
  const before = cursor === undefined ? {} : { before: BigInt(cursor) };
  return toEntryPage(await listEntries(ctx, { userId: caller.userId, limit, ...before }));
});

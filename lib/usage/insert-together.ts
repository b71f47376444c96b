import type { Database } from "@/lib/db";
import { SendTogether } from "@/lib/shared/send-together";
import { endUses, insertUse, insertUses, type AllowedUse, type Begun, type EndedUse } from "./repository";
import type { UsageKind } from "./types";

/** Statements under way at once for each pool; further ones would only wait for a processor or for each other's rows. */
const lanes = 3;
const most = 32;

/** PostgreSQL said no, so that nothing of the statement stands; without an answer nobody knows. */
const isRefused = (error: unknown) =>
  error instanceof Error && "code" in error && /^[0-9A-Z]{5}$/.test(String(error.code));

/** All in one statement, or, where that is refused as a whole, each by itself. */
async function settle<Item, Answer>(
  items: readonly Item[],
  ...[all, one]: [(items: readonly Item[]) => Promise<Answer[]>, (item: Item) => Promise<Answer>]
): Promise<PromiseSettledResult<Answer>[]> {
  const [only] = items;
  if (only && items.length === 1) return Promise.allSettled([one(only)]);
  try {
    const answers = await all(items);
    return answers.map((value) => ({ status: "fulfilled", value }));
  } catch (error) {
    if (!isRefused(error)) throw error;
    return Promise.allSettled(items.map(one));
  }
}

interface Queues {
  /** By kind: each counts against limits of its own. */
  begins: Record<UsageKind, SendTogether<AllowedUse, Begun>>;
  ends: SendTogether<EndedUse, null>;
}

const queues = new WeakMap<Database, Queues>();

function openQueues(pool: Database): Queues {
  const end = async (uses: readonly EndedUse[]) => {
    await endUses(pool, uses);
    return uses.map(() => null);
  };
  const begin = (uses: readonly AllowedUse[]) => insertUses(pool, uses);
  const begins = () =>
    new SendTogether<AllowedUse, Begun>({
      ...{ lanes, most },
      send: (uses) => settle(uses, begin, (use) => insertUse(pool, use)),
    });
  return {
    begins: { run: begins(), api_call: begins() },
    ends: new SendTogether({
      ...{ lanes, most },
      send: (uses) => settle(uses, end, (use) => endUses(pool, [use]).then(() => null)),
    }),
  };
}

function queuesOf(pool: Database): Queues {
  const known = queues.get(pool) ?? openQueues(pool);
  queues.set(pool, known);
  return known;
}

/** Sends a use to be counted and recorded, with those of the same kind that would have to wait anyway. */
export const insertTogether = (pool: Database, use: AllowedUse) =>
  queuesOf(pool).begins[use.use.kind].add(use);

/** Writes how a use without a price of its own ended, with others. What has ended stays as it is. */
export async function endUsage(pool: Database, use: EndedUse): Promise<void> {
  await queuesOf(pool).ends.add(use);
}

import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/db";
import { beginUsage, endUsage } from "@/lib/usage";
import { median } from "../analytics/timing";
import { applyLoad, medianLoad, type Load } from "../credits/load";
import type { BenchDatabases } from "./bench-databases";
import { addPeople, inTurn, knowLimits } from "./people";
import type { Sizes } from "./sizes";

const concurrent = 64;
const connections = 16;
const name = "records";
/** So many that nobody calls more often in a minute than they may, and so few that a process remembers their limits. */
const people = 8_000;

export interface RecordFigures {
  target: "many people" | "one person";
  /** Checked, counted and recorded. */
  begun: Load;
  /** The same, and its end recorded. */
  ended: Load;
  /** A record inserted, and nothing checked. */
  floor: Load;
  /** Begun ÷ floor, median of the rounds. */
  ratio: number;
}

const use = (userId: string) => ({
  ...({
    userId,
    at: new Date(),
    id: randomUUID(),
    kind: "api_call",
    subject: "getRun",
    source: "api",
  } as const),
});

type Call = (db: Database, userId: string) => Promise<unknown>;

const begin: Call = (db, userId) => beginUsage(db, use(userId));

const beginAndEnd: Call = async (db, userId) => {
  const made = use(userId);
  await beginUsage(db, made);
  await endUsage(db, { ...made, outcome: "succeeded", durationMs: 7 });
};

const insert: Call = (db, userId) => {
  const { at, id } = use(userId);
  return db.sql({
    name: "bench-insert-record",
    text: `INSERT INTO usage_records (user_id, at, id, kind, subject, source)
      VALUES ($1::uuid, $2::timestamptz, $3::uuid, 'api_call', 'getRun', 'api')`,
    values: [userId, at, id],
  });
};

/** Somebody whose own limits are far above what one machine can do. */
async function addHotPerson(databases: BenchDatabases): Promise<string> {
  const [userId = ""] = await addPeople(databases, name, 1);
  await databases.query(
    name,
    `INSERT INTO quota_overrides (id, user_id, set_by, kind, "limit", reason, starts_at, ends_at)
      SELECT gen_random_uuid(), $1::uuid, gen_random_uuid(), kind, 1000000000, 'bench', now() - interval '1 day',
        now() + interval '1 day'
      FROM unnest(ARRAY['api_calls_per_minute', 'api_calls_per_month']) AS kind`,
    [userId],
  );
  return userId;
}

async function measureTarget(
  db: Database,
  { rounds, milliseconds }: Sizes,
  userIds: readonly string[],
): Promise<Omit<RecordFigures, "target">> {
  await knowLimits(db, userIds, "api_call");
  const next = inTurn(userIds);
  const calls: readonly Call[] = [begin, beginAndEnd, insert];
  const seen = calls.map((): Load[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, call] of calls.entries()) {
      // Round 0 warms connections, plans and caches, and is not counted.
      const length = round === 0 ? 700 : milliseconds;
      const load = await applyLoad({ concurrent, milliseconds: length }, () => call(db, next()));
      if (round > 0) seen[index]?.push(load);
    }
  const [begun = [], ended = [], floor = []] = seen;
  return {
    ...{ begun: medianLoad(begun), ended: medianLoad(ended), floor: medianLoad(floor) },
    ratio: median(begun.map(({ perSecond }, index) => perSecond / (floor[index]?.perSecond ?? Number.NaN))),
  };
}

/** Checked records a second by 64 callers, over many people and over one. */
export async function measureRecords(databases: BenchDatabases, sizes: Sizes): Promise<RecordFigures[]> {
  await databases.create(name);
  const [many, hot] = [await addPeople(databases, name, people), await addHotPerson(databases)];
  await databases.query(name, "VACUUM ANALYZE");
  const db = databases.open(name, connections);
  const figures: RecordFigures[] = [
    { target: "many people", ...(await measureTarget(db, sizes, many)) },
    { target: "one person", ...(await measureTarget(db, sizes, [hot])) },
  ];
  await db.close();
  return figures;
}

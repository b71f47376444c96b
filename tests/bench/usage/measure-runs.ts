import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/db";
import { runService } from "@/lib/services";
import { median } from "../analytics/timing";
import { applyLoad, medianLoad, type Load } from "../credits/load";
import { applyRate } from "./apply-rate";
import { contextOf } from "./bench-context";
import type { BenchDatabases } from "./bench-databases";
import { addPeople, inTurn, knowLimits } from "./people";
import type { Sizes } from "./sizes";

const concurrent = 64;
const connections = 16;
/** So many that in a whole measurement nobody comes near a limit or an alert; a process remembers all their limits. */
const people = 3_000;
/** Of what the runs without counting come to when nothing else is done. */
const unsaturated = 0.4;

const text = "A run of a service holds credits, counts against two limits and is recorded. ".repeat(6);
const services = ["text-statistics", "word-counter"] as const;
type BenchService = (typeof services)[number];

export interface RunFigures {
  service: BenchService;
  /** `even`: at a pace that the machine can keep. */
  load: "full" | "even";
  with: Load;
  without: Load;
  /** Milliseconds that counting adds to the p50, and with ÷ without in runs a second: medians of the rounds. */
  addedMs: number;
  ratio: number;
}

interface Side {
  db: Database;
  next: () => string;
}

/** The same statements, of which those parts do nothing that count and record. */
async function replaceByNothing(databases: BenchDatabases, name: string): Promise<void> {
  const [begin] = await databases.query<{ arguments: string }>(
    name,
    "SELECT pg_get_function_arguments('begin_usage'::regproc) AS arguments",
  );
  await databases.query(
    name,
    `CREATE OR REPLACE FUNCTION begin_usage(${begin?.arguments ?? ""}) LANGUAGE plpgsql AS $$
      BEGIN outcome := 'counted'; used := array_fill(1::bigint, ARRAY[cardinality(p_kinds)]); END $$`,
  );
  const [end] = await databases.query<{ arguments: string }>(
    name,
    "SELECT pg_get_function_arguments('end_usage'::regproc) AS arguments",
  );
  await databases.query(
    name,
    `CREATE OR REPLACE FUNCTION end_usage(${end?.arguments ?? ""}) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN RETURN true; END $$`,
  );
}

async function prepare(databases: BenchDatabases, name: string, counts: boolean): Promise<Side> {
  await databases.create(name);
  if (!counts) await replaceByNothing(databases, name);
  const userIds = await addPeople(databases, name, people);
  await databases.query(name, "VACUUM ANALYZE");
  const db = databases.open(name, connections);
  await knowLimits(db, userIds, "run");
  return { db, next: inTurn(userIds) };
}

const run = ({ db, next }: Side, slug: BenchService) =>
  runService(contextOf(db), { slug, userId: next(), key: randomUUID(), source: "web", input: { text } });

type Measure = (side: Side) => Promise<Load>;

/** One with and one without in each round, in turn first, so that a slow minute of the machine falls on both. */
async function alternate(
  sides: { with: Side; without: Side },
  measure: Measure,
  rounds: number,
): Promise<Pick<RunFigures, "with" | "without" | "addedMs" | "ratio">> {
  const pairs: { with: Load; without: Load }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (["with", "without"] as const) : (["without", "with"] as const);
    const loads = new Map<string, Load>();
    for (const side of order) loads.set(side, await measure(sides[side]));
    const [counted, bare] = [loads.get("with"), loads.get("without")];
    if (counted && bare) pairs.push({ with: counted, without: bare });
  }
  return {
    with: medianLoad(pairs.map((pair) => pair.with)),
    without: medianLoad(pairs.map((pair) => pair.without)),
    addedMs: median(pairs.map((pair) => pair.with.p50 - pair.without.p50)),
    ratio: median(pairs.map((pair) => pair.with.perSecond / pair.without.perSecond)),
  };
}

/** Real runs of a service that is paid and of one that is free, by 64 people at once, with and without counting. */
export async function measureRuns(
  databases: BenchDatabases,
  { rounds, milliseconds }: Sizes,
): Promise<RunFigures[]> {
  const sides = {
    with: await prepare(databases, "runs_counted", true),
    without: await prepare(databases, "runs_alone", false),
  };
  const figures: RunFigures[] = [];
  for (const service of services) {
    const fully: Measure = (side) => applyLoad({ concurrent, milliseconds }, () => run(side, service));
    // Connections, plans and caches are warm.
    for (const side of [sides.with, sides.without])
      await applyLoad({ concurrent, milliseconds: 1_000 }, () => run(side, service));
    const full = await alternate(sides, fully, rounds);
    const perSecond = unsaturated * full.without.perSecond;
    const evenly: Measure = (side) =>
      applyRate({ callers: concurrent, perSecond, milliseconds }, () => run(side, service));
    figures.push({ service, load: "full", ...full });
    figures.push({ service, load: "even", ...(await alternate(sides, evenly, rounds)) });
  }
  await Promise.all([sides.with.db.close(), sides.without.db.close()]);
  return figures;
}

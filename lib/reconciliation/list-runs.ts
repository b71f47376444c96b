import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { RunNotFound } from "./errors";
import { requireOperator } from "./policy";
import { countKinds, findRun, readDifferences, readRuns } from "./run-queries";
import type { FoundDifference, Run } from "./types";

type Context = Pick<AppContext, "db" | "actor">;

const runsAtOnce = 20;
const differencesAtOnce = 50;

/**
 * The runs, latest first, by keyset.
 * @throws ReconciliationForbidden
 */
export async function listRuns(
  { db, actor }: Context,
  before: string | null = null,
): Promise<{ runs: Run[]; older: string | null }> {
  requireOperator(actor);
  const place = before !== null && isUuid(before) ? before : null;
  const read = await readRuns(db, { before: place, limit: runsAtOnce + 1 });
  const runs = read.slice(0, runsAtOnce);
  return { runs, older: read.length > runsAtOnce ? (runs.at(-1)?.id ?? null) : null };
}

export interface RunDetail {
  run: Run;
  kinds: { kind: string; found: number; open: number }[];
  differences: FoundDifference[];
  next: string | null;
}

/**
 * A run with what it found, of one kind or all, in order.
 * @throws ReconciliationForbidden, RunNotFound
 */
export async function getRun(
  { db, actor }: Context,
  { id, kind, after = null }: { id: string; kind?: string | undefined; after?: string | null },
): Promise<RunDetail> {
  requireOperator(actor);
  const run = isUuid(id) ? await findRun(db, id) : null;
  if (!run) throw new RunNotFound();
  const place = after !== null && isUuid(after) ? after : null;
  const [kinds, read] = await Promise.all([
    countKinds(db, run.id),
    readDifferences(db, { runId: run.id, kind, after: place, limit: differencesAtOnce + 1 }),
  ]);
  const differences = read.slice(0, differencesAtOnce);
  return {
    run,
    kinds: kinds.map((one) => ({ kind: one.kind, found: Number(one.found), open: Number(one.open) })),
    differences,
    next: read.length > differencesAtOnce ? (differences.at(-1)?.id ?? null) : null,
  };
}

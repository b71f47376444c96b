import type { ServicesContext } from "./context";
import type { ResultFile } from "./define-service";
import { RunNotFound } from "./errors";
import { findRun, findRunByKey, findRunFile, listLatestRuns } from "./queries";
import type { RunView } from "./types";

type Reader = Pick<ServicesContext, "db" | "clock">;
type OwnRun = { userId: string; runId: string };

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** One of somebody's own runs. @throws RunNotFound, also for other people's */
export async function getRun({ db, clock }: Reader, own: OwnRun): Promise<RunView> {
  const run = uuid.test(own.runId) ? await findRun(db, own, clock.now()) : null;
  if (!run) throw new RunNotFound();
  return run;
}

/** The file that one of somebody's own runs made. @throws RunNotFound, also when its time is over */
export async function getRunFile({ db, clock }: Reader, own: OwnRun): Promise<ResultFile> {
  const file = uuid.test(own.runId) ? await findRunFile(db, own, clock.now()) : null;
  if (!file) throw new RunNotFound();
  return file;
}

/** Somebody's latest runs of one service, newest first. */
export async function listRuns(
  { db, clock }: Reader,
  query: { userId: string; slug: string; limit: number },
): Promise<RunView[]> {
  return listLatestRuns(db, query, clock.now());
}

/** The run that one of somebody's own submissions made, by its run key; null when it made none. */
export async function findRunOfKey(
  { db, clock }: Reader,
  own: { userId: string; key: string },
): Promise<RunView | null> {
  return (await findRunByKey(db, own, clock.now()))?.run ?? null;
}

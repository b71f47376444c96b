import type { Db } from "@/lib/db";
import { addJob } from "./add-job";
import type { Job, JobName } from "./types";

/** Adds a job that recurs under one key: the one of the last time is started over, however it ended. */
export async function restartJob<Name extends JobName>(
  db: Db,
  job: Job<Name> & { key: string },
): Promise<void> {
  await addJob(db, job, "replace");
}

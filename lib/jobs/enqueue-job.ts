import type { Db } from "@/lib/db";
import { addJob } from "./add-job";
import type { Job, JobName } from "./types";

/** Adds a job in the caller's transaction. With a key that was used already, nothing happens. */
export async function enqueueJob<Name extends JobName>(db: Db, job: Job<Name>): Promise<void> {
  await addJob(db, job, "unsafe_dedupe");
}

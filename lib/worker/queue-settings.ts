/**
 * Without batches the queue waits for no write that ends a job, and a database that is away at that moment ends the
 * process. A batch of one tick hears of the failure: the pool shuts down, and its jobs are freed as those of a dead one.
 */
export const queueSettings = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

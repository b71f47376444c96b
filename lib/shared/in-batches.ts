const batchSize = 1_000;
/** More waits for the next time. */
const mostBatches = 1_000;

/**
 * Does one step after the other until nothing is left, each small enough to lock little and for a short time.
 * @param step handles at most so many, and says how many it did
 */
export async function inBatches(step: (limit: number) => Promise<number>): Promise<number> {
  let all = 0;
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const done = await step(batchSize);
    all += done;
    if (done < batchSize) break;
  }
  return all;
}

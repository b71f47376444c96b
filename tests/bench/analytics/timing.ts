export interface Timed {
  p50: number;
  p95: number;
}

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

/** Milliseconds of as many calls, one after the other, each prepared outside of the time that is taken. */
export async function timeCalls<Prepared>(
  times: number,
  {
    prepare,
    call,
    end,
  }: {
    prepare: () => Promise<Prepared>;
    call: (prepared: Prepared) => Promise<unknown>;
    end: (prepared: Prepared) => Promise<void>;
  },
): Promise<Timed> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const prepared = await prepare();
    taken.push(1000 * (await seconds(() => call(prepared))));
    await end(prepared);
  }
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) };
}

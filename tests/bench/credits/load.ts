/** Calls per second over one timed round, and latencies of its calls in milliseconds. */
export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
}

/** `concurrent` callers, each calling again as soon as it has its answer, for `milliseconds`. */
export async function applyLoad(
  { concurrent, milliseconds }: { concurrent: number; milliseconds: number },
  call: () => Promise<unknown>,
): Promise<Load> {
  const latencies: number[] = [];
  const start = performance.now();
  const caller = async () => {
    for (;;) {
      const begin = performance.now();
      if (begin - start > milliseconds) return;
      await call();
      latencies.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: concurrent }, caller));
  const seconds = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function medianLoad(rounds: readonly Load[]): Load {
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50: median(rounds.map((round) => round.p50)),
    p99: median(rounds.map((round) => round.p99)),
  };
}

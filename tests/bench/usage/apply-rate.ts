import { setTimeout as wait } from "node:timers/promises";
import type { Load } from "../credits/load";

interface Rate {
  callers: number;
  perSecond: number;
  milliseconds: number;
}

/** `callers`, each calling at its own even pace and evenly apart from the others, all of them `perSecond`. */
export async function applyRate(
  { callers, perSecond, milliseconds }: Rate,
  call: () => Promise<unknown>,
): Promise<Load> {
  const latencies: number[] = [];
  const every = (1000 * callers) / perSecond;
  const start = performance.now();
  const caller = async (number: number) => {
    for (let due = start + (number * every) / callers; due < start + milliseconds; due += every) {
      await wait(Math.max(0, due - performance.now()));
      const begin = performance.now();
      await call();
      latencies.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, number) => caller(number)));
  const seconds = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99) };
}

import { setTimeout as wait } from "node:timers/promises";
import { endpointOf } from "@/lib/adapters/stripe/pace";

interface Call {
  id: string;
  method: string;
  path: string;
  at: number;
}

export interface EndpointLoad {
  endpoint: string;
  calls: number;
  /** In any second, by the local Stripe's own clock. */
  most: number;
}

/** The local Stripe keeps its last hundred calls. */
const pollMs = 150;

/** Reads the local Stripe's request log for as long as it is asked to. */
export function watchCalls(stripeUrl: string) {
  const calls = new Map<string, Call>();
  const before = new Set<string>();
  const stopping = new AbortController();
  let gaps = 0;
  const latest = async () => {
    const answer = await fetch(`${stripeUrl}/_emulator/requests`);
    return ((await answer.json()) as { data: Call[] }).data;
  };
  const read = async () => {
    const data = await latest();
    const fresh = data.filter(({ id }) => !before.has(id));
    if (fresh.length > 0 && calls.size > 0 && !fresh.some(({ id }) => calls.has(id))) gaps += 1;
    for (const call of fresh) calls.set(call.id, call);
  };
  const watching = (async () => {
    for (const { id } of await latest()) before.add(id);
    while (!stopping.signal.aborted) {
      await read();
      await wait(pollMs);
    }
  })();
  return {
    async stop(): Promise<{ endpoints: EndpointLoad[]; gaps: number }> {
      stopping.abort();
      await watching;
      await read();
      return { endpoints: perEndpoint([...calls.values()]), gaps };
    },
  };
}

function mostInASecond(times: readonly number[]): number {
  let most = 0;
  let first = 0;
  times.forEach((at, index) => {
    while ((times[first] ?? at) <= at - 1_000) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

function perEndpoint(calls: readonly Call[]): EndpointLoad[] {
  const times = new Map<string, number[]>();
  for (const { method, path, at } of calls) {
    const endpoint = endpointOf(method, path);
    times.set(endpoint, [...(times.get(endpoint) ?? []), at]);
  }
  return [...times]
    .map(([endpoint, all]) => ({
      endpoint,
      calls: all.length,
      most: mostInASecond(all.sort((a, b) => a - b)),
    }))
    .sort((a, b) => b.calls - a.calls);
}

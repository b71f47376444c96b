import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

export interface Call {
  method: "GET" | "POST";
  path: string;
  body?: string;
  /** Sends an Idempotency-Key of its own with each. */
  repeatable?: boolean;
  expected: number;
}

export interface Round {
  perSecond: number;
  p50: number;
  p99: number;
  slowest: number;
}

function send(agent: Agent, url: URL, { call, key }: { call: Call; key: string }): Promise<number> {
  const { method, body, repeatable } = call;
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(repeatable ? { "idempotency-key": randomUUID() } : {}),
      ...(body === undefined
        ? {}
        : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
    };
    const sent = request(url, { method, agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => {
        resolve(answer.statusCode ?? 0);
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

interface Load {
  appUrl: string;
  keys: readonly string[];
  calls: number;
  concurrent: number;
}

/** As many calls as asked for, `concurrent` at a time, each with the next key. One unexpected answer ends it all. */
export async function load(call: Call, { appUrl, keys, calls, concurrent }: Load): Promise<Round> {
  const url = new URL(call.path, appUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: concurrent });
  const latencies: number[] = [];
  let next = 0;
  const start = performance.now();
  const sender = async () => {
    for (let index = next++; index < calls; index = next++) {
      const begin = performance.now();
      const status = await send(agent, url, { call, key: keys[index % keys.length] ?? "" });
      if (status !== call.expected) throw new Error(`${call.path} answered ${status}`);
      latencies.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: concurrent }, sender));
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
  return { perSecond: calls / seconds, p50: at(0.5), p99: at(0.99), slowest: at(1) };
}

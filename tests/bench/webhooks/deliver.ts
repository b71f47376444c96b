import { Agent, request } from "node:http";
import Stripe from "stripe";
import type { Delivery } from "./members";
import { webhookSecret } from "./stack";

export interface Burst {
  perSecond: number;
  p50: number;
  p99: number;
  slowest: number;
  /** Answers other than 200. */
  refused: number;
}

const signer = new Stripe("sk_test_signer");

function post(
  agent: Agent,
  url: URL,
  { body, signature }: { body: string; signature: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
      "stripe-signature": signature,
    };
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => {
        resolve(answer.statusCode ?? 0);
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Sends webhooks as fast as they are answered, `concurrent` at a time, each signed just now by the SDK's own signer. */
export async function deliver(
  appUrl: string,
  deliveries: readonly Delivery[],
  concurrent: number,
): Promise<Burst> {
  const url = new URL("/api/stripe", appUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: concurrent });
  const queue = deliveries.map(({ body: payload }) => ({
    body: payload,
    signature: signer.webhooks.generateTestHeaderString({ payload, secret: webhookSecret }),
  }));
  const latencies: number[] = [];
  let refused = 0;
  let next = 0;
  const start = performance.now();
  const sender = async () => {
    for (let webhook = queue[next++]; webhook; webhook = queue[next++]) {
      const begin = performance.now();
      if ((await post(agent, url, webhook)) !== 200) refused += 1;
      latencies.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: concurrent }, sender));
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99), slowest: at(1), refused };
}

import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Random } from "../random";

/**
 * The line from the app to Stripe: some answers are on their way for a while, and tell what is no longer so when they
 * arrive.
 */
export async function openSlowLine({ seed, stripeUrl }: { seed: string; stripeUrl: string }) {
  const random = new Random(`${seed}:line`);
  let calm = false;
  const server = createServer((incoming, outgoing) => {
    const delayMs = !calm && random.chance(0.12) ? random.int(20, random.chance(0.3) ? 1_500 : 200) : 0;
    const { method, headers } = incoming;
    const upstream = ask(new URL(incoming.url ?? "/", stripeUrl), { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        void wait(delayMs).then(() => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(chunks));
        });
      });
    });
    upstream.on("error", () => outgoing.destroy());
    outgoing.on("close", () => upstream.destroy());
    incoming.pipe(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calmDown(): void {
      calm = true;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import Stripe from "stripe";
import { onTestFinished } from "vitest";

const SECRET = "whsec_of_the_test";

interface Arrival {
  body: string;
  signature: string;
}

export interface Receiver {
  url: string;
  webhook: { url: string; secret: string };
  arrivals: Arrival[];
  /** What arrived, in order, each verified by the SDK; throws when a signature is wrong. */
  events: () => Stripe.Event[];
  types: () => string[];
}

type Respond = (call: number, response: ServerResponse) => unknown;

const accept: Respond = (_call, response) => response.writeHead(200).end();

/** A real endpoint on a free port, which answers as told. */
export async function startWebhookReceiver(respond: Respond = accept): Promise<Receiver> {
  const arrivals: Arrival[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const signature = String(request.headers["stripe-signature"]);
      arrivals.push({ body: Buffer.concat(chunks).toString(), signature });
      respond(arrivals.length, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
  const events = (): Stripe.Event[] =>
    arrivals.map(({ body, signature }) => Stripe.webhooks.constructEvent(body, signature, SECRET));
  return {
    url,
    webhook: { url, secret: SECRET },
    arrivals,
    events,
    types: () => events().map(({ type }) => type),
  };
}

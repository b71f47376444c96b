import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import Stripe from "stripe";
import { onTestFinished } from "vitest";

export const SECRET = "whsec_of_the_test";

export interface Receiver {
  url: string;
  webhook: { url: string; secret: string };
  /** Every event that arrived with a valid signature, in the order of arrival. */
  events: Stripe.Event[];
  types: () => string[];
  /** How many requests arrived, valid or not. */
  calls: () => number;
}

type Respond = (call: number, response: ServerResponse, request: IncomingMessage) => void;

const accept: Respond = (_call, response) => response.writeHead(200).end();

/** A real endpoint that verifies every signature with the SDK, as an integration would. */
export async function startWebhookReceiver(respond: Respond = accept): Promise<Receiver> {
  const events: Stripe.Event[] = [];
  let calls = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      calls += 1;
      const signature = request.headers["stripe-signature"] ?? "";
      events.push(Stripe.webhooks.constructEvent(Buffer.concat(chunks).toString(), signature, SECRET));
      respond(calls, response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
  return {
    url,
    webhook: { url, secret: SECRET },
    events,
    types: () => events.map(({ type }) => type),
    calls: () => calls,
  };
}

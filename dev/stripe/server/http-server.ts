import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { bodyTooLarge, MAX_BODY_BYTES } from "./body-limit";
import { jsonResponse, type LocalRequest, type LocalResponse } from "./messages";
import { type StripeErrorBody } from "./stripe-error";

export type Handle = (request: LocalRequest) => Promise<LocalResponse>;

/** The stand-in on a port of this machine alone. `afterAnswer` runs once the answer is out. */
export class HttpServer {
  readonly #server: Server;

  constructor(handle: Handle, afterAnswer: () => void) {
    this.#server = createServer((incoming, outgoing) => {
      outgoing.once("close", afterAnswer);
      void respond(handle, incoming, outgoing);
    });
  }

  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const fail = (error: NodeJS.ErrnoException): void => {
        reject(error.code === "EADDRINUSE" ? new Error(`Port ${port} is taken: choose another one`) : error);
      };
      this.#server.once("error", fail);
      this.#server.listen(port, "127.0.0.1", () => {
        this.#server.off("error", fail);
        resolve((this.#server.address() as AddressInfo).port);
      });
    });
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }
}

async function respond(handle: Handle, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const answer = await answerTo(handle, incoming);
    if (!answer.hangs) outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    outgoing
      .writeHead(500, { "content-type": "text/plain; charset=utf-8" })
      .end(`The local Stripe failed: ${message}`);
  }
}

async function answerTo(handle: Handle, incoming: IncomingMessage): Promise<LocalResponse> {
  const body = await readBody(incoming);
  if (body === null) return bodyTooLarge();
  const address = incoming.url ?? "/";
  if (!URL.canParse(address, "http://localhost")) return addressUnreadable(address);
  const url = new URL(address, "http://localhost");
  return handle({
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.search.slice(1),
    headers: headersOf(incoming),
    body,
  });
}

function addressUnreadable(address: string): LocalResponse {
  const error: StripeErrorBody = { type: "invalid_request_error", message: `Invalid URL: ${address}` };
  return jsonResponse(400, { error });
}

/** Null: too large. It is read to its end all the same, or the caller would never see the answer. */
async function readBody(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString("utf8");
}

function headersOf(incoming: IncomingMessage): Record<string, string | undefined> {
  const entries = Object.entries(incoming.headers);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  );
}

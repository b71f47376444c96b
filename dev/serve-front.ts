import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface FrontRequest {
  method: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

export interface FrontAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Stands before an emulator and makes up for what it lacks. */
export interface Front {
  answer(request: FrontRequest): Promise<FrontAnswer>;
}

/** Of the connection to us, not of the request. */
const hopByHop = new Set(["host", "connection", "content-length", "transfer-encoding", "expect"]);

function headersOf(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headers).flatMap(([name, value]) =>
      value === undefined || hopByHop.has(name) ? [] : [[name, String(value)]],
    ),
  );
}

async function respond(front: Front, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = "GET", url: path = "/" } = incoming;
    const request = { method, path, headers: headersOf(incoming), body: Buffer.concat(chunks) };
    const { status, headers, body } = await front.answer(request);
    outgoing.writeHead(status, headers).end(body);
  } catch (error) {
    outgoing.writeHead(502).end(String(error));
  }
}

/** Passes a request on to an emulator, redirects included. */
export async function forwardTo(emulatorUrl: string, request: FrontRequest): Promise<FrontAnswer> {
  const { method, path, headers, body } = request;
  const response = await fetch(`${emulatorUrl}${path}`, {
    method,
    headers,
    redirect: "manual",
    ...(body.byteLength > 0 ? { body: new Uint8Array(body) } : {}),
  });
  const { "content-encoding": _, "content-length": __, ...kept } = Object.fromEntries(response.headers);
  return { status: response.status, headers: kept, body: Buffer.from(await response.arrayBuffer()) };
}

/** A server on loopback that answers by a front. @returns what closes it */
export async function serveFront(front: Front, port: number): Promise<() => Promise<void>> {
  const server = createServer((incoming, outgoing) => void respond(front, incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

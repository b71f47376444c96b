import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createEmulator } from "emulate";
import { freePort } from "../free-port";
import { MailFront } from "./mail-front";

export interface MailServer {
  /** For RESEND_BASE_URL. */
  url: string;
  /** A page with every mail that was sent. */
  inboxUrl: string;
  close(): Promise<void>;
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

async function respond(front: MailFront, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
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

/**
 * Stands in for Resend on loopback: accepts what its SDK sends and shows it at /inbox, attachments included. Mails live
 * in memory.
 */
export async function startMail({ port }: { port: number }): Promise<MailServer> {
  const url = `http://127.0.0.1:${port}`;
  const emulator = await createEmulator({
    service: "resend",
    port: await freePort(0),
    hostname: "127.0.0.1",
  });
  const front = new MailFront(emulator.url, url);
  const server = createServer((incoming, outgoing) => void respond(front, incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url,
    inboxUrl: `${url}/inbox`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
    },
  };
}

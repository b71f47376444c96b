import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { POST } from "@/app/api/stripe/route";

export interface WebhookServer {
  url: string;
  close(): Promise<void>;
}

/** The webhook route behind a real socket. It serves the context that `globalThis` holds, as the app does. */
export async function startWebhookServer(): Promise<WebhookServer> {
  const server = createServer((incoming, outgoing) => {
    const request = new Request(`http://localhost${incoming.url ?? "/"}`, {
      method: "POST",
      headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
      body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>,
      duplex: "half",
    } as RequestInit);
    void POST(request).then(async (response) => {
      outgoing.writeHead(response.status, { connection: "close" }).end(await response.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/stripe`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

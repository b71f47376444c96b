import { createServer } from "node:net";

/** A loopback port that is free now: `wanted`, or the next free one above it; 0 lets the system choose. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 200; port += 1) {
    const bound = await tryBind(port);
    if (bound !== null) return bound;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 199}.`);
}

function tryBind(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => {
      resolve(null);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const bound = typeof address === "object" && address ? address.port : port;
      server.close(() => {
        resolve(bound);
      });
    });
  });
}

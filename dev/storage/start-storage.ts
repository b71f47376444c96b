import { createEmulator } from "emulate";

export interface StorageServer {
  /** For S3_ENDPOINT. */
  url: string;
  bucket: string;
  close(): Promise<void>;
}

/** Stands in for S3 on loopback, with one bucket. Objects live in memory. */
export async function startStorage({ port }: { port: number }): Promise<StorageServer> {
  const bucket = "quickscale";
  const emulator = await createEmulator({ service: "aws", port, hostname: "127.0.0.1" });
  const made = await fetch(`${emulator.url}/${bucket}`, { method: "PUT" });
  if (!made.ok) throw new Error(`The stand-in of S3 made no bucket: ${made.status}`);
  return { url: emulator.url, bucket, close: () => emulator.close() };
}

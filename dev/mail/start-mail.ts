import { createEmulator } from "emulate";

export interface MailServer {
  /** For RESEND_BASE_URL. */
  url: string;
  /** A page with every mail that was sent. */
  inboxUrl: string;
  close(): Promise<void>;
}

/** Stands in for Resend on loopback: accepts what its SDK sends and shows it at /inbox. Mails live in memory. */
export async function startMail({ port }: { port: number }): Promise<MailServer> {
  const emulator = await createEmulator({ service: "resend", port, hostname: "127.0.0.1" });
  return { url: emulator.url, inboxUrl: `${emulator.url}/inbox`, close: () => emulator.close() };
}

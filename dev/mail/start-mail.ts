import { createEmulator } from "emulate";
import { freePort } from "../free-port";
import { serveFront } from "../serve-front";
import { MailFront } from "./mail-front";

export interface MailServer {
  /** For RESEND_BASE_URL. */
  url: string;
  /** A page with every mail that was sent. */
  inboxUrl: string;
  close(): Promise<void>;
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
  const close = await serveFront(new MailFront(emulator.url, url), port);
  return {
    url,
    inboxUrl: `${url}/inbox`,
    async close() {
      await close();
      await emulator.close();
    },
  };
}

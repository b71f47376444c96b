import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

interface CaughtMail {
  template: string;
  to: string;
  /** Everything that was handed over under this key: the provider sends the first and refuses others. */
  bodies: Set<string>;
}

export interface MailCatcher {
  url: string;
  mails: Map<string, CaughtMail>;
  /** How the next mails fare. */
  behave(how: "well" | "refuse" | "take_and_hang_up"): void;
  close(): Promise<void>;
}

/** What Resend is to the app: one mail per idempotency key. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const mails = new Map<string, CaughtMail>();
  let mood: "well" | "refuse" | "take_and_hang_up" = "well";
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (mood === "refuse") {
        response.writeHead(500).end();
        return;
      }
      const { key, to, message } = JSON.parse(body) as {
        key: string;
        to: string;
        message: { template: string };
      };
      const mail = mails.get(key) ?? { template: message.template, to, bodies: new Set() };
      mail.bodies.add(body);
      mails.set(key, mail);
      if (mood === "take_and_hang_up") response.destroy();
      else response.end(`mail_${mails.size}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    behave: (how) => {
      mood = how;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

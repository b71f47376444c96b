import { expect } from "@playwright/test";
import { readStack } from "./stack";

interface Mail {
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

async function listMails(to: string): Promise<Mail[]> {
  const response = await fetch(`${readStack().mailUrl}/emails?limit=100`, {
    headers: { authorization: "Bearer re_quickscale_local" },
  });
  const { data } = (await response.json()) as { data: Mail[] };
  return data.filter((mail) => mail.to.some((address) => address.includes(to)));
}

/** Waits until `to` has a mail whose subject matches, and returns it. */
export async function waitForMail(to: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    found = (await listMails(to)).find((mail) => subject.test(mail.subject));
    expect(found, `a mail to ${to} about ${subject.source}`).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return found!;
}

/** How many mails about a subject an address has. */
export async function countMails(to: string, subject: RegExp): Promise<number> {
  return (await listMails(to)).filter((mail) => subject.test(mail.subject)).length;
}

/** The first link of a mail's text that leads to a path of the app. */
export function linkIn(mail: Mail, path: string): string {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((url) => new URL(url).pathname === path);
  if (!link) throw new Error(`No link to ${path} in:\n${mail.text}`);
  return link;
}

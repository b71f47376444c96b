import { afterAll, describe, expect, test } from "vitest";
import { startMail } from "@/dev/mail/start-mail";
import { fixtures } from "@/emails/fixtures";
import { createResendMailer } from "@/lib/adapters/resend";
import { queueEmail, sendQueuedEmail } from "@/lib/notifications";
import { recordingLog } from "@/tests/fakes/recording-log";
import { queuedEmails } from "@/tests/setup/queued-emails";
import { createTestDatabase } from "@/tests/setup/test-database";
import { freePort } from "@/dev/free-port";

const db = await createTestDatabase();
const mail = await startMail({ port: await freePort(4410) });
afterAll(() => mail.close());
const settings = { apiKey: "re_local", baseUrl: mail.url, from: "QuickScale <hello@quickscale.local>" };
const mailer = createResendMailer(settings);
const message = fixtures[0]!;

interface InboxMail {
  to: string[];
  from: string;
  subject: string;
  html: string;
  text: string;
}

async function inbox(to: string): Promise<InboxMail[]> {
  const headers = { authorization: "Bearer re_local" };
  const list = (await (await fetch(`${mail.url}/emails`, { headers })).json()) as { data: { id: string }[] };
  const mails = await Promise.all(
    list.data.map(
      async ({ id }) => (await (await fetch(`${mail.url}/emails/${id}`, { headers })).json()) as InboxMail,
    ),
  );
  return mails.filter((entry) => entry.to.includes(to));
}

describe("the Resend mailer against the local inbox", () => {
  test.each(fixtures)("delivers $template with a subject, HTML and plain text", async (fixture) => {
    const to = `${fixture.template}@example.com`;
    await mailer.send({ to, message: fixture, idempotencyKey: `test:${fixture.template}` });
    const [delivered] = await inbox(to);
    expect(delivered).toMatchObject({ from: settings.from, to: [to] });
    expect(delivered?.html).toContain("QuickScale");
    expect(delivered?.text.length).toBeGreaterThan(80);
  });

  test("mails one key once, however often and in parallel it is sent", async () => {
    const delivery = { to: "once@example.com", message, idempotencyKey: "test:once" };
    await Promise.all(Array.from({ length: 5 }, () => mailer.send(delivery)));
    await mailer.send(delivery);
    expect(await inbox("once@example.com")).toHaveLength(1);
  });

  test("takes a mail that was sent under its key in earlier words as sent", async () => {
    const delivery = { to: "reworded@example.com", message, idempotencyKey: "test:reworded" };
    await mailer.send(delivery);
    await expect(mailer.send({ ...delivery, message: fixtures[1]! })).resolves.toBeUndefined();
    expect(await inbox("reworded@example.com")).toHaveLength(1);
  });

  test("tells a refusal for good from an outage", async () => {
    const refused = createResendMailer({ ...settings, from: "" });
    await expect(
      refused.send({ to: "a@example.com", message, idempotencyKey: "test:refused" }),
    ).rejects.toMatchObject({
      code: "mail.refused",
      kind: "invalid",
    });
    const down = createResendMailer({ ...settings, baseUrl: "http://127.0.0.1:1" });
    await expect(
      down.send({ to: "a@example.com", message, idempotencyKey: "test:down" }),
    ).rejects.toMatchObject({
      code: "mail.unavailable",
      kind: "unavailable",
    });
  });

  test("shows what was sent on its inbox page", async () => {
    await mailer.send({ to: "page@example.com", message, idempotencyKey: "test:page" });
    expect(await (await fetch(mail.inboxUrl)).text()).toContain("page@example.com");
  });
});

describe("the mail queue", () => {
  test("holds a mail if and only if the transaction that queued it commits", async () => {
    const queued = { to: "tx@example.com", message, key: "test:tx" };
    await expect(
      db.transaction(async (tx) => {
        await queueEmail(tx, queued);
        throw new Error("stop");
      }),
    ).rejects.toThrow("stop");
    expect(await queuedEmails(db, "tx@example.com")).toEqual([]);
    await db.transaction((tx) => queueEmail(tx, queued));
    expect(await queuedEmails(db, "tx@example.com")).toEqual([queued]);
  });

  test("holds one mail per key", async () => {
    const queued = { to: "key@example.com", message, key: "test:key" };
    await Promise.all([queueEmail(db, queued), queueEmail(db, queued), queueEmail(db, queued)]);
    expect(await queuedEmails(db, "key@example.com")).toHaveLength(1);
  });

  test("is worked off into the inbox, once, even when a job runs twice", async () => {
    const job = { to: "worked@example.com", message, key: "test:worked" };
    const ctx = { mailer, log: recordingLog() };
    await sendQueuedEmail(ctx, job);
    await sendQueuedEmail(ctx, job);
    expect(await inbox("worked@example.com")).toHaveLength(1);
  });

  test("gives up a mail that is refused for good, and says so once in the log", async () => {
    const log = recordingLog();
    const refusing = createResendMailer({ ...settings, from: "" });
    await sendQueuedEmail({ mailer: refusing, log }, { to: "a@example.com", message, key: "test:given-up" });
    expect(log.lines).toEqual([expect.objectContaining({ level: "error" })]);
    expect(JSON.stringify(log.lines)).not.toMatch(/token=|a@example\.com/);
  });

  test("throws on an outage, so that the job is tried again", async () => {
    const down = createResendMailer({ ...settings, baseUrl: "http://127.0.0.1:1" });
    const log = recordingLog();
    await expect(
      sendQueuedEmail({ mailer: down, log }, { to: "a@example.com", message, key: "test:later" }),
    ).rejects.toThrow();
    expect(log.lines).toEqual([]);
  });
});

import { Resend } from "resend";
import { afterAll, describe, expect, test } from "vitest";
import { startMail } from "@/dev/mail/start-mail";
import { fixtures } from "@/emails/fixtures";
import { createResendMailer } from "@/lib/adapters/resend";
import { renderDocument } from "@/lib/documents/render-document";
import { queueEmail, requeueStuckEmails, sendQueuedEmail, type QueuedEmail } from "@/lib/notifications";
import type { Mailer } from "@/lib/ports/mailer";
import { MailNotTaken } from "@/lib/ports/mailer-errors";
import { aDocument } from "@/tests/factories/document";
import { createUser } from "@/tests/factories/user";
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
  id: string;
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
    await expect(mailer.send({ ...delivery, message: fixtures[1]! })).resolves.toEqual({ providerId: null });
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
      code: "mail.outcome_unknown",
      kind: "unavailable",
    });
  });

  test("shows what was sent on its inbox page", async () => {
    await mailer.send({ to: "page@example.com", message, idempotencyKey: "test:page" });
    expect(await (await fetch(mail.inboxUrl)).text()).toContain("page@example.com");
  });
});

describe("the outbox", () => {
  const unsubscribeKeys = [new Uint8Array(32)] as const;
  const ctx = { db, mailer, log: recordingLog(), appUrl: "https://app.example", unsubscribeKeys };
  const limitedMailer: Mailer = {
    send: () =>
      Promise.reject(new MailNotTaken({ name: "rate_limit_exceeded", message: "Too many requests" })),
  };
  const row = (key: string) => db.prisma.outboxEmail.findUniqueOrThrow({ where: { key } });
  const queued = async (name: string, over: Partial<QueuedEmail> = {}) => {
    const email = { key: `test:${name}`, to: `${name}@example.com`, message, ...over };
    await db.transaction((tx) => queueEmail(tx, email));
    return { ...email, emailId: (await row(email.key)).id };
  };
  const age = (key: string, hours: number) =>
    db.sql({
      name: "age-email",
      text: `UPDATE outbox_emails SET created_at = created_at - make_interval(hours => $2::int),
        unknown_since = unknown_since - make_interval(hours => $2::int) WHERE key = $1::text`,
      values: [key, hours],
    });
  const jobsOf = (emailId: string) =>
    db.sql<{ attempts: number }>({
      name: "jobs-of-email",
      text: "SELECT attempts FROM graphile_worker.jobs WHERE key = 'email:' || $1::text",
      values: [emailId],
    });

  test("holds a mail and its job if and only if the transaction that queued it commits", async () => {
    const email = { to: "tx@example.com", message, key: "test:tx" };
    const stopped = db.transaction(async (tx) => {
      await queueEmail(tx, email);
      throw new Error("stop");
    });
    await expect(stopped).rejects.toThrow("stop");
    expect(await queuedEmails(db, "tx@example.com")).toEqual([]);
    await db.transaction((tx) => queueEmail(tx, email));
    expect(await queuedEmails(db, "tx@example.com")).toEqual([email]);
    expect(await jobsOf((await row("test:tx")).id)).toHaveLength(1);
  });

  test("holds one mail per key, for ever", async () => {
    const [{ emailId }] = await Promise.all([queued("key"), queued("key"), queued("key")]);
    await sendQueuedEmail(ctx, { emailId });
    await queued("key");
    expect(await inbox("key@example.com")).toHaveLength(1);
    expect(await db.prisma.outboxEmail.count({ where: { key: "test:key" } })).toBe(1);
  });

  test("remembers what was sent, and what the provider named it", async () => {
    const { emailId } = await queued("sent");
    await sendQueuedEmail(ctx, { emailId });
    const [delivered] = await inbox("sent@example.com");
    expect(await row("test:sent")).toMatchObject({
      status: "sent",
      providerId: delivered?.id,
      attempts: 1,
      error: null,
    });
    expect((await row("test:sent")).sentAt).not.toBeNull();
  });

  test("keeps no link that opens an account once it is sent", async () => {
    const reset = fixtures.find(({ template }) => template === "reset-password")!;
    const { emailId } = await queued("secret", { message: reset });
    await sendQueuedEmail(ctx, { emailId });
    expect((await inbox("secret@example.com"))[0]?.text).toContain("token=");
    expect(JSON.stringify(await row("test:secret"))).not.toContain("token=");
  });

  test("20 workers that send one mail at the same time send it once", async () => {
    const { emailId } = await queued("crowd");
    await Promise.all(Array.from({ length: 20 }, () => sendQueuedEmail(ctx, { emailId })));
    expect(await inbox("crowd@example.com")).toHaveLength(1);
    expect(await row("test:crowd")).toMatchObject({ status: "sent" });
  });

  test("a process that dies between sending and noting it sends nothing twice", async () => {
    const { emailId } = await queued("killed");
    const dying: Mailer = {
      async send(delivery) {
        await mailer.send(delivery);
        throw new Error("killed");
      },
    };
    await expect(sendQueuedEmail({ ...ctx, mailer: dying }, { emailId })).rejects.toThrow("killed");
    expect(await row("test:killed")).toMatchObject({
      status: "pending",
      error: "Error: killed",
      attempts: 1,
    });
    await sendQueuedEmail(ctx, { emailId });
    expect(await inbox("killed@example.com")).toHaveLength(1);
    expect(await row("test:killed")).toMatchObject({ status: "sent", error: null, attempts: 2 });
  });

  test("a mail that is refused for good has failed, with the reason, and is not tried again", async () => {
    const log = recordingLog();
    const { emailId } = await queued("refused");
    await sendQueuedEmail(
      { ...ctx, mailer: createResendMailer({ ...settings, from: "" }), log },
      { emailId },
    );
    await sendQueuedEmail(ctx, { emailId });
    const failed = await row("test:refused");
    expect(failed).toMatchObject({ status: "failed", attempts: 1 });
    expect(failed.error).toContain("Missing required field: from");
    expect(log.lines).toEqual([expect.objectContaining({ level: "error" })]);
    expect(JSON.stringify(log.lines)).not.toMatch(/token=|@example\.com/);
  });

  test("a provider that is down and comes back gets the mail once, days later, too", async () => {
    const { emailId } = await queued("limited");
    await expect(sendQueuedEmail({ ...ctx, mailer: limitedMailer }, { emailId })).rejects.toThrow(
      MailNotTaken,
    );
    expect(await row("test:limited")).toMatchObject({
      status: "pending",
      error: "rate_limit_exceeded: Too many requests",
      unknownSince: null,
    });
    await age("test:limited", 72);
    await sendQueuedEmail(ctx, { emailId });
    expect(await inbox("limited@example.com")).toHaveLength(1);
    expect(await row("test:limited")).toMatchObject({ status: "sent", error: null });
  });

  test("a mail of unknown outcome is repeated while the provider knows its key, and no longer", async () => {
    const { emailId } = await queued("unknown");
    const down = { ...ctx, mailer: createResendMailer({ ...settings, baseUrl: "http://127.0.0.1:1" }) };
    await expect(sendQueuedEmail(down, { emailId })).rejects.toMatchObject({ code: "mail.outcome_unknown" });
    await age("test:unknown", 20);
    await expect(
      sendQueuedEmail({ ...ctx, mailer: limitedMailer }, { emailId }),
      "not taken this time says nothing of the first",
    ).rejects.toThrow(MailNotTaken);
    await age("test:unknown", 4);
    await sendQueuedEmail(ctx, { emailId });
    expect(await inbox("unknown@example.com")).toEqual([]);
    expect(await row("test:unknown")).toMatchObject({ status: "failed", attempts: 2 });
    expect((await row("test:unknown")).error).toMatch(/^Nobody knows/);
  });

  test("mails whose job was lost or has used up its tries get a new one, others do not", async () => {
    const [lost, used, waiting, young] = [
      await queued("lost"),
      await queued("used"),
      await queued("waiting"),
      await queued("young"),
    ];
    const change = (name: string, text: string, { emailId }: { emailId: string }) =>
      db.sql({ name, text: `${text} WHERE key = 'email:' || $1::text`, values: [emailId] });
    await change("lose-job", "DELETE FROM graphile_worker._private_jobs", lost);
    await change("use-job-up", "UPDATE graphile_worker._private_jobs SET attempts = max_attempts", used);
    await change("try-job", "UPDATE graphile_worker._private_jobs SET attempts = 3", waiting);
    await change("lose-young-job", "DELETE FROM graphile_worker._private_jobs", young);
    for (const { key } of [lost, used, waiting]) await age(key, 1);
    expect(await requeueStuckEmails(ctx)).toBe(2);
    expect(await requeueStuckEmails(ctx)).toBe(0);
    const jobs = await Promise.all([lost, used, waiting, young].map(({ emailId }) => jobsOf(emailId)));
    expect(jobs).toEqual([[{ attempts: 0 }], [{ attempts: 0 }], [{ attempts: 3 }], []]);
  });

  test("a mail with a document brings its PDF, as the inbox shows", async () => {
    const { id: userId } = await createUser(db);
    const content = aDocument();
    const stored = JSON.parse(
      JSON.stringify(content, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
    ) as Record<string, string>;
    const { number, kind, issuedAt } = content;
    const { id: documentId } = await db.prisma.billingDocument.create({
      data: { userId, kind, number, issuedAt, subject: "payment:1", content: stored },
    });
    const { emailId } = await queued("attached", { documentId, userId });
    await sendQueuedEmail(ctx, { emailId });
    await sendQueuedEmail(ctx, { emailId });
    const [delivered] = await inbox("attached@example.com");
    const resend = new Resend("re_local", { baseUrl: mail.url });
    const { data } = await resend.emails.attachments.list({ emailId: delivered!.id });
    expect(data?.data).toMatchObject([{ filename: "R-2026-000042.pdf", content_type: "application/pdf" }]);
    const file = await fetch(data!.data[0]!.download_url);
    expect(Buffer.from(await file.arrayBuffer()).equals(await renderDocument(content))).toBe(true);
    const page = await (await fetch(`${mail.inboxUrl}/${delivered!.id}`)).text();
    expect(page).toContain(">R-2026-000042.pdf</a>");
  });

  test("a mail whose document cannot be drawn was certainly not sent", async () => {
    const broken = {
      name: "x.pdf",
      mediaType: "application/pdf",
      read: () => Promise.reject(new Error("no font")),
    };
    const delivery = {
      to: "broken@example.com",
      message,
      idempotencyKey: "test:broken",
      attachments: [broken],
    };
    await expect(mailer.send(delivery)).rejects.toThrow(MailNotTaken);
    expect(await inbox("broken@example.com")).toEqual([]);
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { POST, GET } from "@/app/(auth)/unsubscribe/one-click/route";
import { freePort } from "@/dev/free-port";
import { startMail } from "@/dev/mail/start-mail";
import { fixtures } from "@/emails/fixtures";
import type { EmailTemplate } from "@/emails/types";
import { createResendMailer } from "@/lib/adapters/resend";
import type { AppContext } from "@/lib/context";
import {
  findUnsubscribeLink,
  getNotificationPreferences,
  saveNotificationPreferences,
  switchMailsByLink,
} from "@/lib/notification-preferences";
import type { NotificationChoice } from "@/lib/notification-preferences/types";
import { queueEmail, sendQueuedEmail } from "@/lib/notifications";
import { deriveKey } from "@/lib/shared/derive-key";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const mail = await startMail({ port: await freePort(4790) });
const clock = fixedClock(new Date());
const log = recordingLog();
const mailer = (unsubscribeAddress?: string) =>
  createResendMailer({
    apiKey: "re_local",
    baseUrl: mail.url,
    from: "Q <q@quickscale.local>",
    unsubscribeAddress,
  });
const ctx = {
  ...{ db, log, mailer: mailer(), systemClock: clock, appUrl: "https://app.example" },
  unsubscribeKeys: [deriveKey("a secret of at least thirty-two characters", "unsubscribe v1")] as const,
};
const shared = globalThis as { quickscaleContext?: AppContext | undefined };
shared.quickscaleContext = ctx as unknown as AppContext;
afterAll(async () => {
  shared.quickscaleContext = undefined;
  await mail.close();
});

const off = (kind: NotificationChoice["kind"], channel: NotificationChoice["channel"] = "email") =>
  [{ kind, channel, enabled: false }] as const;
const save = (userId: string, choices: readonly NotificationChoice[]) =>
  saveNotificationPreferences(ctx, { userId, choices });
const rowsOf = (userId: string) => db.prisma.notificationPreference.findMany({ where: { userId } });

/** Queues a mail as the event that is its reason does. */
async function queue(template: EmailTemplate, user: { id: string; email: string } | null) {
  const message = fixtures.find((fixture) => fixture.template === template)!;
  const key = randomUUID();
  const to = user?.email ?? "admin@example.com";
  await db.transaction((tx) => queueEmail(tx, { key, to, message, ...(user ? { userId: user.id } : {}) }));
  return db.prisma.outboxEmail.findUnique({ where: { key } });
}

interface Delivered {
  to: string[];
  headers: Record<string, string>;
  text: string;
}

async function inbox(to: string): Promise<Delivered[]> {
  const answer = await fetch(`${mail.url}/emails?limit=100`, {
    headers: { authorization: "Bearer re_local" },
  });
  return ((await answer.json()) as { data: Delivered[] }).data.filter((entry) => entry.to.includes(to));
}

/** Sends a mail that can be switched off, and returns what arrived. */
async function deliver(user: { id: string; email: string }, by = ctx.mailer) {
  const row = await queue("credits-low", user);
  await sendQueuedEmail({ ...ctx, mailer: by }, { emailId: row!.id });
  return (await inbox(user.email)).at(0)!;
}

const oneClickUrl = ({ headers }: Delivered) =>
  /^<([^>]+)>/.exec(headers["List-Unsubscribe"] ?? "")?.[1] ?? "";
const tokenOf = (mailed: Delivered) => new URL(oneClickUrl(mailed)).searchParams.get("token") ?? "";

/** As a mail program does: no cookie, no origin. */
const post = (url: string, body: BodyInit = new URLSearchParams({ "List-Unsubscribe": "One-Click" })) =>
  POST(new Request(url, { method: "POST", body }));

test("only what differs from the default is kept, for one person, and only of switches there are", async () => {
  const [ada, bob] = [await createUser(db), await createUser(db)];
  await save(ada.id, [...off("credits_low"), ...off("credits_low", "in_app"), ...off("receipts")]);
  await save(ada.id, [{ kind: "credits_low", channel: "in_app", enabled: true }]);
  await Promise.all(Array.from({ length: 5 }, () => save(ada.id, off("credits_low"))));
  expect(await rowsOf(ada.id)).toMatchObject([{ kind: "credits_low", channel: "email", enabled: false }]);
  await db.prisma.notificationPreference.create({
    data: { userId: ada.id, kind: "gone", channel: "email", enabled: false, updatedAt: clock.now() },
  });
  const wanted = (await getNotificationPreferences(db, ada.id)).filter(({ enabled }) => !enabled);
  expect(wanted).toEqual(off("credits_low"));
  expect((await getNotificationPreferences(db, bob.id)).every(({ enabled }) => enabled)).toBe(true);
});

test("what is switched off is not queued, or not sent when that came between; nobody else's, nothing in app", async () => {
  const [ada, bob] = [await createUser(db), await createUser(db)];
  await save(ada.id, off("credits_expiring", "in_app"));
  const waiting = await queue("credits-expiring", ada);
  await save(ada.id, off("credits_expiring"));
  expect(await queue("credits-expiring", ada)).toBeNull();
  await sendQueuedEmail(ctx, { emailId: waiting!.id });
  await sendQueuedEmail(ctx, { emailId: waiting!.id });
  expect(await inbox(ada.email)).toEqual([]);
  expect(await db.prisma.outboxEmail.findUnique({ where: { id: waiting!.id } })).toMatchObject({
    status: "unwanted",
    attempts: 0,
  });
  expect(await queue("credits-expiring", bob)).not.toBeNull();
  expect(await queue("credits-low", ada)).not.toBeNull();
  expect(await queue("credits-expiring", null), "about nobody's account").not.toBeNull();
});

test("mails about security and money are sent whatever the table says, and without a way to switch them off", async () => {
  const ada = await createUser(db);
  for (const kind of ["account_safety", "receipts"])
    await db.prisma.notificationPreference.create({
      data: { userId: ada.id, kind, channel: "email", enabled: false, updatedAt: clock.now() },
    });
  for (const template of ["password-changed", "purchase-receipt"] as const)
    await sendQueuedEmail(ctx, { emailId: (await queue(template, ada))!.id });
  const mails = await inbox(ada.email);
  expect(mails).toHaveLength(2);
  for (const { headers, text } of mails) {
    expect(headers).toEqual({});
    expect(text).not.toContain("Unsubscribe");
  }
});

test("a mail that can be switched off says how: to programs by RFC 8058, by mail where somebody reads it, to people", async () => {
  const ada = await createUser(db);
  const mailed = await deliver(ada);
  expect(mailed.headers["List-Unsubscribe"]).toMatch(
    /^<https:\/\/app\.example\/unsubscribe\/one-click\?token=[\w.-]+>$/,
  );
  expect(mailed.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  expect(mailed.text).toContain(`https://app.example/unsubscribe?token=${tokenOf(mailed)}`);
  expect(mailed.text).toContain("https://app.example/settings/notifications");
  const bob = await createUser(db);
  const { headers } = await deliver(bob, mailer("leave@app.example"));
  expect(headers["List-Unsubscribe"]).toMatch(
    /one-click\?token=[\w.-]+>, <mailto:leave@app\.example\?subject=[\w.-]+>$/,
  );
});

test("one click from the mail switches that kind off at once and for that person, as often as it comes", async () => {
  const [ada, bob] = [await createUser(db), await createUser(db)];
  const mailed = await deliver(ada);
  const url = oneClickUrl(mailed);
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  for (const body of [undefined, undefined, form]) expect((await post(url, body)).status).toBe(200);
  expect(await rowsOf(ada.id)).toMatchObject([{ kind: "credits_low", channel: "email", enabled: false }]);
  expect(await rowsOf(bob.id)).toEqual([]);
  const token = tokenOf(mailed);
  expect(await findUnsubscribeLink(ctx, token)).toEqual({ kind: "credits_low", enabled: false });
  await switchMailsByLink(ctx, { token, enabled: true });
  expect(await findUnsubscribeLink(ctx, token)).toEqual({ kind: "credits_low", enabled: true });
});

test("looking at the link changes nothing, nor does a request that is not that of a mail program", async () => {
  const ada = await createUser(db);
  const url = oneClickUrl(await deliver(ada));
  const looked = GET(new Request(url));
  expect(looked.status).toBe(303);
  expect(looked.headers.get("location")).toMatch(/^\/unsubscribe\?token=/);
  const bodies = ["", "List-Unsubscribe=No", "x".repeat(5_000), new URLSearchParams({ other: "One-Click" })];
  for (const body of bodies) expect((await post(url, body)).status).toBe(400);
  expect(await rowsOf(ada.id)).toEqual([]);
});

test("a link that was changed, of an account that is gone, and none at all get the same clear answer", async () => {
  const [ada, gone] = [await createUser(db), await createUser(db)];
  const url = oneClickUrl(await deliver(ada));
  const gonesUrl = oneClickUrl(await deliver(gone));
  await db.prisma.user.update({ where: { id: gone.id }, data: { anonymisedAt: clock.now() } });
  const erased = oneClickUrl(await deliver({ id: randomUUID(), email: `${randomUUID()}@example.com` }));
  const bad = [url.replace(ada.id, gone.id), url.slice(0, -1), url.split("?")[0]!, gonesUrl, erased];
  const answers = await Promise.all(bad.map(async (address) => (await post(address)).text()));
  expect(new Set(answers).size).toBe(1);
  expect(JSON.parse(answers[0]!)).toMatchObject({
    status: 404,
    code: "notification_preferences.link_invalid",
  });
  expect(await rowsOf(gone.id)).toEqual([]);
  expect(log.lines).toEqual([]);
});

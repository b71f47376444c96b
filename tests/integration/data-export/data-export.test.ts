import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { expect, test } from "vitest";
import {
  expireDataExports,
  findLatestExport,
  forgetDataExports,
  makeDataExport,
  openDataExport,
  requestDataExport,
} from "@/lib/data-export";
import type { FileStorage } from "@/lib/ports/file-storage";
import { deleteLooseObjects } from "@/lib/stored-objects";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { createFileStorage } from "@/tests/factories/file-storage";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { queuedEmails } from "@/tests/setup/queued-emails";
import { createTestDatabase } from "@/tests/setup/test-database";
import { createFullMember, evil, origin, secrets } from "./full-member";
import { usedTimes } from "@/tests/factories/use-much";

const db = await createTestDatabase(20);
const { storage, listKeys } = await createFileStorage();
const clock = fixedClock(new Date());
const log = recordingLog();
const ctx = { db, storage, clock, systemClock: clock, log, appUrl: "https://app.example" };
const hour = 3_600_000;

async function ask(userId: string): Promise<string> {
  await requestDataExport(ctx, userId);
  return (await findLatestExport(db, userId, clock.now()))?.id ?? "";
}

const statusOf = async (userId: string) => (await findLatestExport(db, userId, clock.now()))?.status;

async function exportOf(userId: string): Promise<string> {
  const exportId = await ask(userId);
  await makeDataExport(ctx, { exportId });
  return exportId;
}

const open = (userId: string, exportId: string) => openDataExport(ctx, { userId, exportId, origin });

async function unzip(userId: string, exportId: string) {
  const { stream, name } = await open(userId, exportId);
  const files = unzipSync(await buffer(stream));
  const text = (file: string) => strFromU8(files[file] ?? new Uint8Array());
  const json = (set: string) => JSON.parse(text(`${set}.json`)) as Record<string, unknown>[];
  return { name, files, text, json, all: Object.keys(files).map(text).join("\n") };
}

test("an export has what the database has of its owner, no secret, and nobody else's data", async () => {
  const [{ userId, email, paymentId }, other] = [await createFullMember(ctx), await createFullMember(ctx)];
  const exportId = await exportOf(userId);
  const { name, files, text, json, all } = await unzip(userId, exportId);
  expect(name).toMatch(/^quickscale-data-\d{4}-\d\d-\d\d\.zip$/);
  expect(json("profile")).toMatchObject([{ id: userId, email, name: "Ada", bio: 'one\ntwo, "three"' }]);
  const entries = await db.prisma.creditEntry.findMany({ where: { userId }, orderBy: { seq: "asc" } });
  expect(json("credit-entries")).toEqual(
    entries.map((entry) => ({
      ...{ number: entry.seq, created_at: entry.createdAt.toISOString(), movement: entry.reason },
      ...{ credits: Number(entry.deltaMilli) / 1000, balance: Number(entry.balanceAfterMilli) / 1000 },
      ...{ description: entry.description, reference: entry.reference },
      lots: [{ lot: entry.seq, credits: Number(entry.deltaMilli) / 1000 }],
    })),
  );
  expect(json("credit-lots")).toMatchObject([
    { lot: 1, credits: 500, left: 500 },
    { lot: 2, credits: 0.5 },
  ]);
  expect(json("payments")).toMatchObject([
    { id: paymentId, amount_minor: 4500, credits: 500, currency: "usd" },
  ]);
  expect(json("refunds")).toMatchObject([
    { payment_id: paymentId, amount_minor: 100, credits_taken_back: 11 },
  ]);
  expect(json("api-keys")).toMatchObject([{ name: "-Nightly", scopes: ["a", "b"] }]);
  expect(json("sign-in-sessions")).toMatchObject([{ ip: origin.ip, user_agent: "Firefox/1" }]);
  expect(json("linked-accounts")).toEqual([
    { provider: "google", provider_account_id: `g-${userId}`, email: "ada@google.example" },
  ]);
  expect(json("notifications-sent")).toMatchObject([{ kind: "reset-password", recipient: email }]);
  expect(json("notification-preferences")).toMatchObject([{ kind: "credits_low", enabled: false }]);
  const used = json("usage-records");
  expect(used).toHaveLength(usedTimes);
  expect(
    new Set(used.map(({ at, kind, what }) => `${String(at)} ${String(kind)} ${String(what)}`)).size,
  ).toBe(2);
  expect(used[0]).toEqual({
    ...{
      at: clock.now().toISOString(),
      kind: "api_call",
      what: "getRun",
      source: "api",
      api_key: "-Nightly",
    },
    ...{ outcome: "succeeded", credits: 1.5, of_the_subscription: 0.5, pay_as_you_go: 1, duration_ms: 7 },
  });
  expect(text("usage-records.csv").trim().split("\n")).toHaveLength(usedTimes + 1);
  expect(json("usage-by-day")).toMatchObject([
    { kind: "api_call", what: "getRun", times: 2, credits: 3, duration_ms: 14 },
    { kind: "run", what: "word-counter", times: 3, failed: 1 },
  ]);
  expect(json("unusual-use")).toMatchObject([{ credits: 900, usual_credits: 20, api_calls: 5 }]);
  expect(json("limits-reached")).toMatchObject([
    { what: "runs_per_day", at_most: 50, percent: 80, used: 40 },
  ]);
  expect(json("limits-refused")).toMatchObject([{ what: "runs_per_day", at_most: 50, times: 3 }]);
  expect(json("own-limits")).toMatchObject([{ what: "runs_per_day", at_most: 70 }]);
  expect(json("notices")).toMatchObject([{ title: "80 % used", leads_to: "/usage", read_at: null }]);
  expect(json("low-balance")).toEqual([{ told_below: 20, topped_up_below: 50 }]);
  expect(json("auto-top-up")).toMatchObject([
    { enabled: true, below_credits: 50, most_in_a_month_minor: 9_000 },
  ]);
  expect(json("top-ups")).toMatchObject([
    { status: "succeeded", amount_minor: 4_500, card: "Visa •••• 4242" },
  ]);
  expect(json("report-schedules")).toMatchObject([{ rhythm: "weekly" }]);
  for (const empty of ["subscriptions", "complimentary-plans", "documents", "service-runs", "passkeys"])
    expect(json(empty)).toEqual([]);
  expect((await sharp(files["profile-picture.webp"]).metadata()).width).toBe(512);

  expect(text("profile.csv")).toContain(`"one\ntwo, ""three""",'@Analytical`);
  expect(text("api-keys.csv")).toContain(`'-Nightly,"[""a"",""b""]"`);
  expect(text("credit-lots.csv").split("\n")[1]).toBe(
    `1,payg,"'${evil.replaceAll('"', '""')}",500,500,0,0,0,,${clock.now().toISOString()},${clock.now().toISOString()},`,
  );
  expect(text("README.txt")).toContain(email);
  for (const set of Object.keys(files).filter((file) => file.endsWith(".csv")))
    expect(text("README.txt")).toContain(`  ${set.replace(".csv", "")}\n`);
  for (const secret of [...secrets, other.userId, other.email]) expect(all).not.toContain(secret);
});

test("an export is told by one mail that leads to the page, and each download stands in the security log", async () => {
  const { id: userId, email } = await createUser(db);
  const exportId = await exportOf(userId);
  const mails = await queuedEmails(db, email);
  expect(mails.map(({ message }) => message)).toMatchObject([
    { template: "data-export-ready", props: { accountUrl: "https://app.example/settings/account" } },
  ]);
  expect(JSON.stringify(mails[0]?.message)).not.toContain(exportId);
  for (let time = 0; time < 2; time += 1) (await open(userId, exportId)).stream.destroy();
  expect(await db.prisma.securityEvent.findMany({ where: { userId } })).toMatchObject([
    { kind: "data_exported", ...origin },
    { kind: "data_exported", ...origin },
  ]);
});

test("another person's export, a made-up one and one that is over are not there", async () => {
  const [{ id: userId }, { id: other }] = [await createUser(db), await createUser(db)];
  const exportId = await exportOf(userId);
  const gone = { code: "data_export.not_found", kind: "not_found" };
  for (const [who, what] of [
    [other, exportId],
    [userId, randomUUID()],
    [userId, "../1"],
  ] as const)
    await expect(open(who, what)).rejects.toMatchObject(gone);
  clock.advance(7 * 24 * hour - 1);
  (await open(userId, exportId)).stream.destroy();
  expect(await expireDataExports(ctx)).toBe(0);
  clock.advance(1);
  await expect(open(userId, exportId)).rejects.toMatchObject(gone);
  expect(await statusOf(userId)).toBe("expired");
  const before = (await listKeys()).length;
  expect(await expireDataExports(ctx)).toBeGreaterThan(0);
  expect(await expireDataExports(ctx)).toBe(0);
  expect((await deleteLooseObjects(ctx)).objects).toBeGreaterThan(0);
  expect((await listKeys()).length).toBeLessThan(before);
  expect(await statusOf(userId)).toBe("expired");
});

test("while one is being made there is no second, a new one takes its place, and three are a day's", async () => {
  const { id: userId } = await createUser(db);
  const asked = await Promise.all(Array.from({ length: 5 }, () => ask(userId)));
  expect(new Set(asked).size).toBe(1);
  expect(await db.prisma.dataExport.count({ where: { userId } })).toBe(1);
  const [first = ""] = asked;
  await makeDataExport(ctx, { exportId: first });
  const second = await exportOf(userId);
  await expect(open(userId, first)).rejects.toMatchObject({ kind: "not_found" });
  (await open(userId, second)).stream.destroy();
  clock.advance(hour);
  await exportOf(userId);
  await expect(ask(userId)).rejects.toMatchObject({
    code: "data_export.limit_reached",
    meta: { availableInSeconds: 23 * 3600 },
  });
  clock.advance(23 * hour);
  await ask(userId);
  await expect(requestDataExport({ ...ctx, storage: null }, userId)).rejects.toMatchObject({
    code: "storage.off",
  });
});

test("made twice at once it is one file and one mail; after it was made the job does nothing", async () => {
  await deleteLooseObjects(ctx);
  const { id: userId, email } = await createUser(db);
  const before = await listKeys();
  const exportId = await ask(userId);
  await Promise.all([makeDataExport(ctx, { exportId }), makeDataExport(ctx, { exportId })]);
  await makeDataExport(ctx, { exportId });
  clock.advance(2 * hour);
  await deleteLooseObjects(ctx);
  expect(await listKeys()).toHaveLength(before.length + 1);
  expect(await queuedEmails(db, email)).toHaveLength(1);
  (await open(userId, exportId)).stream.destroy();
});

test("dying in the middle repeats cleanly, five deaths are a failure, and then one can ask again", async () => {
  const { id: userId, email } = await createUser(db);
  const dying: FileStorage = Object.assign(Object.create(storage) as FileStorage, {
    put: async (...call: Parameters<FileStorage["put"]>) => {
      await storage.put(...call);
      throw new Error("The process died.");
    },
  });
  const before = await listKeys();
  const exportId = await ask(userId);
  const die = () => makeDataExport({ ...ctx, storage: dying }, { exportId });
  await expect(die()).rejects.toThrow("died");
  expect(await statusOf(userId)).toBe("pending");
  for (let time = 1; time < 4; time += 1) await expect(die()).rejects.toThrow("died");
  await die();
  expect(log.lines.filter(({ level }) => level === "error")).toHaveLength(1);
  expect(await statusOf(userId)).toBe("failed");
  expect(await queuedEmails(db, email)).toEqual([]);
  clock.advance(2 * hour);
  expect(await deleteLooseObjects(ctx)).toEqual({ objects: 5 });
  expect(await listKeys()).toEqual(before);
  await exportOf(userId);
  expect(await statusOf(userId)).toBe("ready");
});

test("whose account goes loses their exports, also one that is being made", async () => {
  const { id: userId } = await createUser(db);
  await exportOf(userId);
  const exportId = await ask(userId);
  const late: FileStorage = Object.assign(Object.create(storage) as FileStorage, {
    put: async (...call: Parameters<FileStorage["put"]>) => {
      await storage.put(...call);
      await db.transaction((tx) => forgetDataExports(tx, userId, clock.now()));
    },
  });
  await makeDataExport({ ...ctx, storage: late }, { exportId });
  expect(await findLatestExport(db, userId, clock.now())).toBeNull();
  const loose = await db.prisma.looseObject.count();
  expect(loose).toBe(2);
  clock.advance(2 * hour);
  expect(await deleteLooseObjects(ctx)).toEqual({ objects: 2 });
});

test("100,000 entries need no more memory than a few thousand", { timeout: 120_000 }, async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 1 }]);
  await db.sql({
    name: "many-entries",
    text: `INSERT INTO credit_entries (user_id, key, delta_milli, balance_after_milli, created_at, seq, reason, touched,
        reference, description)
      SELECT $1::uuid, gen_random_uuid(), -1, n, now(), n, 'spend', ARRAY[1, -1]::bigint[], 'run:' || n,
        'Text statistics of a page, number ' || n FROM generate_series(2, 100000) n`,
    values: [userId],
  });
  const exportId = await ask(userId);
  // What the process holds: what the system gave it on top depends on all that ran in it before.
  const held = () => process.memoryUsage().heapUsed + process.memoryUsage().external;
  const start = held();
  let peak = start;
  const watch = setInterval(() => (peak = Math.max(peak, held())), 20);
  await makeDataExport(ctx, { exportId });
  clearInterval(watch);
  expect((peak - start) / 1_000_000, "MB").toBeLessThan(100);
  const { json, text } = await unzip(userId, exportId);
  expect(json("credit-entries")).toHaveLength(100_000);
  expect(text("credit-entries.csv").trim().split("\n")).toHaveLength(100_001);
});

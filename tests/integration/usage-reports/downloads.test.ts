import { NextRequest } from "next/server";
import { afterAll, expect, inject, test, vi } from "vitest";
import { GET as exportAll } from "@/app/(app)/admin/usage/export/route";
import { GET as exportOwn } from "@/app/(app)/usage/export/route";
import { openDatabase } from "@/lib/db";
import { aggregateUsage, beginUsage } from "@/lib/usage";
import { startRequest } from "@/tests/fakes/next-request";
import { readPdfText } from "@/tests/setup/read-pdf-text";
import { cookieName, openAuth } from "../auth/setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { ctx, createMember, signIn } = await openAuth();
const { db } = ctx;
const [current] = await db.sql<{ name: string }>({
  ...{ name: "current-database", text: "SELECT current_database() AS name", values: [] },
});
const url = new URL(inject("postgresUrl"));
url.pathname = `/${current?.name ?? ""}`;
const readOnlyDatabase = openDatabase(url.toString(), 2, { readOnly: true });
Object.assign(globalThis, { quickscaleReadOnlyDatabase: readOnlyDatabase });
Object.assign(ctx, { payments: {}, mailer: {}, storage: null });
afterAll(() => readOnlyDatabase.close());
const ada = await createMember("ada@example.com");
const admin = await createMember("=admin@example.com");
await db.prisma.user.update({ where: { id: admin.id }, data: { role: "admin" } });
await db.prisma.user.update({ where: { id: ada.id }, data: { timeZone: "Europe/Vienna" } });

const hostile = '=cmd|"/C calc"!A0';
const uses = [
  { userId: ada.id, at: "2026-02-28T22:59:00Z", kind: "run", subject: "word-counter", source: "web" },
  { userId: ada.id, at: "2026-02-28T23:01:00Z", kind: "run", subject: "word-counter", source: "web" },
  { userId: ada.id, at: "2026-03-02T10:00:00Z", kind: "run", subject: hostile, source: "api" },
  { userId: ada.id, at: "2026-03-02T10:00:01Z", kind: "api_call", subject: "runService", source: "api" },
  { userId: admin.id, at: "2026-03-01T12:00:00Z", kind: "run", subject: "word-counter", source: "web" },
] as const;
for (const [index, { at, ...use }] of uses.entries()) {
  // What comes after the job counts as well.
  if (index === uses.length - 1) await aggregateUsage(ctx);
  const [id, begun] = [`00000000-0000-4000-8000-00000000000${index}`, new Date(at)];
  await beginUsage(db, { ...use, at: begun, id });
  await db.sql({
    name: "end-with-cost",
    text: `SELECT end_usage($1::uuid, $2::timestamptz, $3::uuid, 'succeeded', 1500, 1000, 500, 7) AS ended`,
    values: [use.userId, begun, id],
  });
}

const cookies = new Map<string, string>();

async function ask(path: string, email = ada.email): Promise<Response> {
  const cookie = cookies.get(email) ?? (await signIn(email));
  cookies.set(email, cookie);
  startRequest({}, { [cookieName]: cookie });
  const request = new NextRequest(`http://localhost:3000${path}`);
  return path.startsWith("/admin") ? exportAll(request) : exportOwn(request);
}
const linesOf = async (answer: Response) => (await answer.text()).trimEnd().split("\n");
const head =
  "day,zone,kind,service,source,count,succeeded,failed,credits,subscription_credits,payg_credits,milliseconds";

test("one's own use comes as CSV, in days of one's own, with no formula in it", async () => {
  const answer = await ask("/usage/export?from=2026-03-01&to=2026-03-31");
  expect(answer.headers.get("content-disposition")).toBe(
    'attachment; filename="usage-2026-03-01-2026-03-31.csv"',
  );
  expect(await linesOf(answer)).toEqual([
    head,
    "2026-03-01,Europe/Vienna,run,word-counter,web,1,1,0,1.5,1,0.5,7",
    "2026-03-02,Europe/Vienna,api_call,runService,api,1,1,0,1.5,1,0.5,7",
    `2026-03-02,Europe/Vienna,run,"'=cmd|""/C calc""!A0",api,1,1,0,1.5,1,0.5,7`,
  ]);
  const filtered = await ask(
    "/usage/export?from=2026-02-01&to=2026-03-31&kind=run&source=web&subject=word-counter",
  );
  expect((await linesOf(filtered)).slice(1).map((line) => line.slice(0, 10))).toEqual([
    "2026-02-28",
    "2026-03-01",
  ]);
  for (const nothing of [
    "from=2020-01-01&to=2020-12-31",
    "from=2026-03-01&to=2026-03-31&subject=word-counter%00",
  ])
    expect(await linesOf(await ask(`/usage/export?${nothing}`))).toEqual([head]);
});

test("and as PDF", async () => {
  const answer = await ask("/usage/export?format=pdf&from=2026-03-01&to=2026-03-31");
  expect([answer.headers.get("content-type"), answer.headers.get("content-disposition")]).toEqual([
    "application/pdf",
    'attachment; filename="usage-2026-03-01-2026-03-31.pdf"',
  ]);
  const texts = readPdfText(Buffer.from(await answer.arrayBuffer()));
  for (const row of [
    ["Days of", "Europe/Vienna"],
    ["Runs", "2", "API calls", "1", "Credits used", "4.5", "Failed", "0"],
    ['=cmd|"/C calc"!A0', "1", "0", "1", "0.5", "1.5"],
    ["API: Run service", "1", "0", "1", "0.5", "1.5"],
    ["Word counter", "1", "0", "1", "0.5", "1.5"],
    ["Usage of ada@example.com, March 2026", "Page 1 of 2"],
  ])
    expect(texts.join("")).toContain(row.join(""));
});

test("an admin who looks as somebody gets theirs, written down, and uses up nothing of theirs", async () => {
  const cookie = await signIn(admin.email);
  await db.prisma.session.updateMany({
    where: { userId: admin.id },
    data: { viewingUserId: ada.id, viewingUntil: new Date(ctx.systemClock.now().getTime() + 600_000) },
  });
  startRequest({}, { [cookieName]: cookie });
  const answer = await exportOwn(
    new NextRequest("http://localhost:3000/usage/export?from=2026-03-01&to=2026-03-31"),
  );
  expect((await linesOf(answer)).map((line) => line.slice(0, 10)).slice(1)).toEqual([
    "2026-03-01",
    "2026-03-02",
    "2026-03-02",
  ]);
  await db.prisma.session.deleteMany({ where: { userId: admin.id } });
  const looks = await db.prisma.auditEntry.findMany({ where: { action: "page_viewed_as" } });
  expect(looks.map(({ userId }) => userId)).toEqual([ada.id]);
});

test.each([
  ["from=2026-03-31&to=2026-03-01", "swapped"],
  ["from=2026-02-29&to=2026-03-01", "not_a_day"],
  ["", "not_a_day"],
  ["from=2025-01-01&to=2026-03-01", "too_long"],
])("the days %j are refused: %s", async (days, problem) => {
  const answer = await ask(`/usage/export?${days}`);
  expect([answer.status, await answer.json()]).toEqual([
    400,
    expect.objectContaining({ code: "usage_reports.range_invalid", problem, longestDays: 366 }),
  ]);
});

test("an admin gets everybody's, written down before it is read, and nobody else does", async () => {
  const range = "from=2026-03-01&to=2026-03-31";
  await expect(ask(`/admin/usage/export?what=people&${range}`)).rejects.toThrow(
    "NEXT_HTTP_ERROR_FALLBACK;404",
  );
  const people = await linesOf(await ask(`/admin/usage/export?what=people&${range}`, admin.email));
  expect(people).toEqual([
    "user_id,email,runs,calls,failed,credits,from,to,zone",
    `${ada.id},ada@example.com,1,1,0,3,2026-03-01,2026-03-31,UTC`,
    `${admin.id},'=admin@example.com,1,0,0,1.5,2026-03-01,2026-03-31,UTC`,
  ]);
  const services = await linesOf(await ask(`/admin/usage/export?what=services&${range}`, admin.email));
  expect(services.slice(1)).toEqual([
    `"'=cmd|""/C calc""!A0","'=cmd|""/C calc""!A0",1,1,0,1.5,2026-03-01,2026-03-31,UTC`,
    "word-counter,Word counter,1,1,0,1.5,2026-03-01,2026-03-31,UTC",
  ]);
  const days = await linesOf(await ask(`/admin/usage/export?${range}`, admin.email));
  expect(days[1]).toBe("2026-03-01,run,word-counter,web,1,1,1,0,1.5,UTC");
  expect((await ask("/admin/usage/export?what=days&from=x&to=y", admin.email)).status).toBe(400);
  const acts = await db.prisma.auditEntry.findMany({
    where: { action: "usage_exported" },
    orderBy: { seq: "asc" },
  });
  expect(acts.map(({ after }) => (after as { what: string }).what)).toEqual(["people", "services", "days"]);
});

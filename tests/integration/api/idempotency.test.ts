import { expect, test } from "vitest";
import { forgetRunKeys } from "@/lib/api";
import { openApiWorld } from "@/tests/setup/api-world";

const api = await openApiWorld();
const params = { slug: "text-statistics" };
const hour = 3_600_000;

const send = (
  key: string,
  idempotencyKey: string,
  json: unknown = { input: { text: "Once, and only once." } },
) =>
  api.call("post /services/{slug}/run", {
    key,
    params,
    json,
    headers: { "idempotency-key": idempotencyKey },
  });
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const runsOf = (userId: string) => api.db.prisma.serviceRun.count({ where: { userId } });

test("of 20 requests at once with one key one runs and one is charged; the others wait or are told of it", async () => {
  const { key, userId } = await api.createProgram({ credits: 20 });
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(key, "one")));
  const ran = answers.filter(({ status }) => status === 201);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  expect(new Set(await Promise.all(ran.map(idOf))).size).toBe(1);
  expect(ran.filter(({ headers }) => !headers.has("idempotency-replayed"))).toHaveLength(1);
  expect(answers.find(({ status }) => status === 409)?.headers.get("retry-after")).toBe("1");
  expect(await runsOf(userId)).toBe(1);
  expect(await api.balanceOf(userId)).toBe(19_000n);
});

test("a repetition is told of the first run, whatever happened since; another request is refused", async () => {
  const { key, userId } = await api.createProgram({ credits: 1 });
  const first = await send(key, "again");
  const again = await send(key, "again");
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(await again.text()).toBe(await first.text());
  const otherText = { input: { text: "Another." } };
  const otherLimit = { input: { text: "Once, and only once." }, maxCredits: "1" };
  for (const json of [otherText, otherLimit])
    expect(await (await send(key, "again", json)).json()).toMatchObject({
      status: 422,
      code: "api.idempotency_key_reused",
    });
  expect(await runsOf(userId)).toBe(1);
});

test("the same key of another person is another key", async () => {
  const [one, other] = [await api.createProgram({ credits: 1 }), await api.createProgram({ credits: 1 })];
  expect(await idOf(await send(one.key, "shared"))).not.toBe(await idOf(await send(other.key, "shared")));
});

test("a refused request is not remembered: the key is free for the next", async () => {
  const { key, userId } = await api.createProgram();
  expect((await send(key, "poor")).status).toBe(402);
  expect((await send(key, "poor", { input: { text: "Another." } })).status).toBe(402);
  expect(await api.db.prisma.apiRunKey.count({ where: { userId } })).toBe(0);
});

test("a key is forgotten after 24 hours, and its row is deleted", async () => {
  const { key, userId } = await api.createProgram({ credits: 5 });
  const first = await idOf(await send(key, "daily"));
  api.clock.advance(24 * hour - 1);
  expect(await idOf(await send(key, "daily"))).toBe(first);
  api.clock.advance(1);
  expect(await idOf(await send(key, "daily", { input: { text: "The next day." } }))).not.toBe(first);
  expect(await runsOf(userId)).toBe(2);
  api.clock.advance(24 * hour);
  expect((await forgetRunKeys(api.ctx)).keys).toBeGreaterThan(0);
  expect(await api.db.prisma.apiRunKey.count({ where: { userId } })).toBe(0);
});

test("what a server that died had begun is waited for, and then taken up under the same run", async () => {
  const { key, userId } = await api.createProgram({ credits: 5 });
  await send(key, "crash");
  const { runKey } = await api.db.prisma.apiRunKey.findFirstOrThrow({ where: { userId } });
  await api.db.prisma.serviceRun.deleteMany({ where: { userId } });
  expect((await send(key, "crash")).status).toBe(409);
  api.clock.advance(60_000);
  const taken = await send(key, "crash");
  expect(taken.status).toBe(201);
  expect(await api.db.prisma.serviceRun.count({ where: { userId, key: runKey } })).toBe(1);
});

test("a run that goes on is a 409, for as long as it does", async () => {
  const { key, userId } = await api.createProgram({ credits: 5 });
  const id = await idOf(await send(key, "slow"));
  const holdExpiresAt = new Date(api.clock.now().getTime() + 60_000);
  const going = {
    status: "running" as const,
    chargedMilli: 0n,
    subscriptionMilli: 0n,
    paygMilli: 0n,
    holdExpiresAt,
  };
  await api.db.prisma.serviceRun.update({
    where: { id },
    data: { ...going, balanceAfterMilli: null, finishedAt: null, output: undefined },
  });
  expect(await (await send(key, "slow")).json()).toMatchObject({ code: "api.run_in_progress" });
  expect(await runsOf(userId)).toBe(1);
});

test.each(["", "a b", "\u00e9", "x".repeat(256)])("the key %j is refused", async (idempotencyKey) => {
  const { key } = await api.createProgram();
  expect((await send(key, idempotencyKey)).status).toBe(400);
});

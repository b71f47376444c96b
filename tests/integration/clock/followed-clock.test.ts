import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { createLocalStripe } from "@/dev/stripe/local-stripe";
import { openClock } from "@/lib/adapters/clock";
import { getBalance, getCreditOverview, grantCredits } from "@/lib/credits";
import { createUser } from "@/tests/factories/user";
import { localStripeControls } from "@/tests/setup/local-stripe-controls";
import { createTestDatabase } from "@/tests/setup/test-database";

const dayMs = 86_400_000;
const source = { answer: "", calls: 0 };
const server = createServer((_request, response) => {
  source.calls += 1;
  response.end(source.answer);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/now`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const tells = (seconds: number) => (source.answer = JSON.stringify({ clock_offset_seconds: seconds }));
const aheadOf = (clock: { now(): Date }) => Math.round((clock.now().getTime() - Date.now()) / 1000);

beforeEach(() => {
  source.calls = 0;
  tells(0);
});

test("is right from its first use on, once it was waited for", async () => {
  tells(86_400);
  const clock = openClock(url);
  await clock.ready();
  expect(aheadOf(clock)).toBe(86_400);
});

test("follows a source that is moved ahead, and back", async () => {
  const clock = openClock(url);
  await clock.ready();
  for (const seconds of [2_678_400, 60]) {
    tells(seconds);
    await vi.waitFor(() => expect(aheadOf(clock)).toBe(seconds), { timeout: 5_000 });
  }
});

test("asks in the background alone: no use of it waits or asks", async () => {
  const clock = openClock(url);
  await clock.ready();
  const before = source.calls;
  for (let use = 0; use < 10_000; use += 1) clock.now();
  expect(source.calls - before).toBeLessThanOrEqual(1);
});

test("keeps the distance that was known last while its source says nothing sensible", async () => {
  tells(3_600);
  const clock = openClock(url);
  await clock.ready();
  for (const answer of ["not json", "{}", '{"clock_offset_seconds":"soon"}']) {
    source.answer = answer;
    const before = source.calls;
    await vi.waitFor(() => expect(source.calls).toBeGreaterThan(before + 1), { timeout: 5_000 });
    expect(aheadOf(clock)).toBe(3_600);
  }
  tells(7_200);
  await vi.waitFor(() => expect(aheadOf(clock)).toBe(7_200), { timeout: 5_000 });
});

test("is the machine's while its source is away, and where there is none", async () => {
  for (const address of ["http://127.0.0.1:1/now", undefined]) {
    const clock = openClock(address);
    await clock.ready();
    expect(aheadOf(clock)).toBe(0);
  }
});

test("when the local Stripe lives through a month, credits of this month expire here", async () => {
  const stripe = await createLocalStripe({});
  afterAll(() => stripe.close());
  const stripeUrl = await stripe.listen(0);
  const clock = openClock(`${stripeUrl}/_emulator/stats`);
  await clock.ready();
  const ctx = { db: await createTestDatabase(), clock };
  const { id: userId } = await createUser(ctx.db);
  const lot = { userId, creditsMilli: 1_000_000n };
  await grantCredits(ctx, {
    ...lot,
    key: "in:1",
    kind: "subscription",
    expiresAt: new Date(Date.now() + 30 * dayMs),
  });
  await grantCredits(ctx, { ...lot, key: "pi:1", kind: "payg" });
  expect((await getCreditOverview(ctx, userId)).expiries).toHaveLength(1);
  await localStripeControls(stripeUrl).advance(31 * 86_400);
  await vi.waitFor(() => expect(aheadOf(clock)).toBe(31 * 86_400), { timeout: 5_000 });
  expect((await getCreditOverview(ctx, userId)).expiries).toEqual([]);
  expect(await getBalance(ctx, userId)).toMatchObject({ subscriptionMilli: 0n, paygMilli: 1_000_000n });
});

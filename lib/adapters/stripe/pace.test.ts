import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endpointOf, Pace } from "./pace";

/** Time that passes only when somebody sleeps. */
function simulatedTiming() {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ at: now + ms, wake })),
    async until(time: number) {
      for (;;) {
        const next = sleepers.sort((a, b) => a.at - b.at)[0];
        if (!next || next.at > time) break;
        sleepers.shift();
        now = next.at;
        next.wake();
        await Promise.resolve();
        await Promise.resolve();
      }
      now = time;
    },
  };
}

const mostInAnySecond = (times: readonly number[]) =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));

describe("the pace", () => {
  test("lets no second hold more calls than allowed, whenever they are asked for", async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 2, max: 40 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 80 }),
      async (perSecond, gaps) => {
        const timing = simulatedTiming();
        const pace = new Pace(perSecond, timing);
        const times: number[] = [];
        let at = 0;
        for (const gap of gaps) {
          at += gap;
          await timing.until(at);
          void pace.wait("GET /v1/x", 1e9).then(() => times.push(timing.now()));
          await Promise.resolve();
        }
        await timing.until(1e9);
        expect(times).toHaveLength(gaps.length);
        expect(mostInAnySecond(times)).toBeLessThanOrEqual(perSecond);
      },
    );
    await fc.assert(property, { numRuns: 50 });
  });

  test("lets a few out at once and the rest evenly, first come first served", async () => {
    const timing = simulatedTiming();
    const pace = new Pace(18, timing);
    const order: number[] = [];
    const waits = Array.from({ length: 6 }, (_, index) =>
      pace.wait("GET /v1/x", 1e9).then((waited) => {
        order.push(index);
        return Math.round(waited ?? -1);
      }),
    );
    await timing.until(1_000);
    expect(await Promise.all(waits)).toEqual([0, 0, 0, 67, 133, 200]);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("of one endpoint holds no other back", async () => {
    const pace = new Pace(2, simulatedTiming());
    expect(await pace.wait("GET /v1/x", 10)).toBe(0);
    expect(await pace.wait("GET /v1/x", 10)).toBeNull();
    expect(await pace.wait("GET /v1/y", 10)).toBe(0);
  });

  test("gives up at once on a call whose turn comes too late, and keeps no place for it", async () => {
    const timing = simulatedTiming();
    const pace = new Pace(2, timing);
    await pace.wait("GET /v1/x", 10);
    for (let call = 0; call < 100; call += 1) expect(await pace.wait("GET /v1/x", 500)).toBeNull();
    await timing.until(1_000);
    expect(await pace.wait("GET /v1/x", 500)).toBe(0);
  });
});

test.each([
  ["GET", "/v1/invoices/in_1?expand[0]=payments", "GET /v1/invoices/{id}"],
  ["GET", "/v1/invoices?limit=100", "GET /v1/invoices"],
  ["POST", "/v1/invoices/create_preview", "POST /v1/invoices/create_preview"],
  ["POST", "/v1/products/pack_500", "POST /v1/products/{id}"],
  ["GET", "/v1/checkout/sessions/cs_test_1", "GET /v1/checkout/sessions/{id}"],
  ["POST", "/v1/checkout/sessions", "POST /v1/checkout/sessions"],
  ["POST", "/v1/subscription_schedules/sub_sched_1/release", "POST /v1/subscription_schedules/{id}/release"],
  ["GET", "/v1/invoices/in_1/lines", "GET /v1/invoices/{id}/lines"],
  ["GET", "/v1/radar/early_fraud_warnings/issfr_1", "GET /v1/radar/early_fraud_warnings/{id}"],
])("%s %s is the endpoint %s", (method, path, endpoint) => {
  expect(endpointOf(method, path)).toBe(endpoint);
});

import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { openDatabase } from "@/lib/db";
import { clearRateLimit, consumeRateLimit, TooManyAttempts } from "@/lib/rate-limits";
import { createTestDatabaseUrl } from "@/tests/setup/test-database";

const url = await createTestDatabaseUrl();
const [one, two] = [openDatabase(url), openDatabase(url)];
const limit = { name: "test", points: 10, windowSeconds: 60 };
const locking = { name: "test-lock", points: 3, windowSeconds: 60, lockSeconds: 600 };
const retryAfter = (error: unknown) => (error as TooManyAttempts).meta.retryAfterSeconds;

afterEach(() => {
  vi.useRealTimers();
});

describe("a rate limit", () => {
  test("lets exactly its tries through, over two instances and 200 parallel calls", async () => {
    const calls = Array.from({ length: 200 }, (_, index) =>
      consumeRateLimit(index % 2 ? one : two, limit, ["shared"]),
    );
    const results = await Promise.allSettled(calls);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(TooManyAttempts);
    }
  });

  test("counts every subject on its own", async () => {
    for (const subject of [["a"], ["b"], ["a", "b"], ["b", "a"]]) {
      for (let call = 0; call < 10; call += 1) await consumeRateLimit(one, limit, subject);
    }
    await expect(consumeRateLimit(one, limit, ["a"])).rejects.toBeInstanceOf(TooManyAttempts);
  });

  test("opens again with its window, and tells the seconds until then", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01T12:00:00Z") });
    for (let call = 0; call < 10; call += 1) await consumeRateLimit(one, limit, ["window"]);
    vi.setSystemTime(new Date("2026-03-01T12:00:18Z"));
    expect(retryAfter(await consumeRateLimit(one, limit, ["window"]).catch((error: unknown) => error))).toBe(
      42,
    );
    vi.setSystemTime(new Date("2026-03-01T12:01:00Z"));
    await expect(consumeRateLimit(one, limit, ["window"])).resolves.toHaveProperty("tries");
  });

  test("locks from the try that was too many, and trying on does not prolong it", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01T12:00:00Z") });
    for (let call = 0; call < 3; call += 1) await consumeRateLimit(one, locking, ["lock"]);
    expect(retryAfter(await consumeRateLimit(one, locking, ["lock"]).catch((error: unknown) => error))).toBe(
      600,
    );
    vi.setSystemTime(new Date("2026-03-01T12:05:00Z"));
    expect(retryAfter(await consumeRateLimit(one, locking, ["lock"]).catch((error: unknown) => error))).toBe(
      300,
    );
    vi.setSystemTime(new Date("2026-03-01T12:10:01Z"));
    await expect(consumeRateLimit(one, locking, ["lock"])).resolves.toHaveProperty("tries");
  });

  test("is cleared for a subject and for all that begin with it, and for no other", async () => {
    const full = async (subject: string[]) => {
      for (let call = 0; call < 3; call += 1) await consumeRateLimit(one, locking, subject);
    };
    await Promise.all([full(["ada", "here"]), full(["ada", "there"]), full(["adam", "here"])]);
    await clearRateLimit(two, locking, ["ada"]);
    await expect(consumeRateLimit(one, locking, ["ada", "here"])).resolves.toHaveProperty("tries");
    await expect(consumeRateLimit(one, locking, ["ada", "there"])).resolves.toHaveProperty("tries");
    await expect(consumeRateLimit(one, locking, ["adam", "here"])).rejects.toBeInstanceOf(TooManyAttempts);
  });

  test("lets nobody through when it cannot be counted", async () => {
    const broken = openDatabase("postgresql://nobody@127.0.0.1:1/none");
    const failure = await consumeRateLimit(broken, limit, ["x"]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(TooManyAttempts);
    await broken.close();
  });
});

afterAll(async () => {
  await one.close();
  await two.close();
});

import { hash } from "@node-rs/argon2";
import { afterEach, describe, expect, test, vi } from "vitest";
import { AccountSuspended, InvalidCredentials, unlockSignIn, verifySignIn } from "@/lib/users";
import { TooManyAttempts } from "@/lib/rate-limits";
import type { DomainError } from "@/lib/shared/errors";
import { cpuTimeOf, goodPassword, median, openUsers } from "./setup";

const { db, ctx, clock, register, setUsed } = await openUsers();
const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === "rejected" ? (result.reason as DomainError).code : "let in";
const count = (results: PromiseSettledResult<unknown>[], code: string) =>
  results.filter((result) => codeOf(result) === code).length;

afterEach(() => {
  vi.useRealTimers();
});

describe("who is let in", () => {
  test("the right password of an address in any spelling", async () => {
    const user = await register({ email: "ada@example.com" });
    const attempt = { email: " ADA@example.com", password: goodPassword, ip: null };
    await expect(verifySignIn(ctx, attempt)).resolves.toEqual({
      id: user.id,
      email: user.email,
      name: null,
      role: "member",
      passwordStamp: expect.stringMatching(/^[\da-f]{64}$/) as string,
    });
  });

  test("the same password typed in another Unicode form", async () => {
    const user = await register({ password: "Ａｎｇström café lantern" });
    const attempt = { email: user.email, password: "Angstro\u0308m cafe\u0301 lantern", ip: null };
    await expect(verifySignIn(ctx, attempt)).resolves.toMatchObject({ id: user.id });
  });

  test.each([
    ["a wrong password", "known@example.com", "wrong"],
    ["an unknown address", "unknown@example.com", goodPassword],
    ["no address", "not an address", goodPassword],
    ["a NUL byte", "known\0@example.com", "\0"],
    ["a list", ["known@example.com"], { $gt: "" }],
    ["nothing", undefined, undefined],
    ["10,000 characters", "x".repeat(10_000), "y".repeat(10_000)],
    ["an account without a password", "link-only@example.com", ""],
  ])("not %s, all with one and the same answer", async (_, email, password) => {
    await db.prisma.user.createMany({ data: [{ email: "link-only@example.com" }], skipDuplicates: true });
    const failure = await verifySignIn(ctx, { email, password, ip: null }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidCredentials);
    expect(failure).toMatchObject({ code: "users.credentials_invalid", meta: {} });
  });

  test("not a suspended person, who learns of it only by the right password", async () => {
    const user = await register();
    await db.prisma.user.update({ where: { id: user.id }, data: { suspendedAt: clock.now() } });
    const attempt = (password: string) => verifySignIn(ctx, { email: user.email, password, ip: null });
    await expect(attempt("wrong")).rejects.toBeInstanceOf(InvalidCredentials);
    await expect(attempt(goodPassword)).rejects.toBeInstanceOf(AccountSuspended);
  });

  test("an unknown address costs the work of a wrong password", async () => {
    const user = await register();
    const known: number[] = [];
    const unknown: number[] = [];
    const attempt = (email: string, round: number) =>
      cpuTimeOf(() => verifySignIn(ctx, { email, password: "wrong", ip: `203.0.113.${round}` }));
    for (let round = 1; round <= 5; round += 1) {
      known.push(await attempt(user.email, round));
      unknown.push(await attempt("nobody-here@example.com", round));
    }
    expect(median(unknown) / median(known)).toBeGreaterThan(0.8);
    expect(median(unknown) / median(known)).toBeLessThan(1.25);
  });

  test("a hash of weaker parameters is replaced at the next sign-in, and still opens afterwards", async () => {
    const user = await register();
    const weak = await hash(goodPassword, { memoryCost: 19_456, timeCost: 2 });
    await db.prisma.user.update({ where: { id: user.id }, data: { passwordHash: weak } });
    await verifySignIn(ctx, { email: user.email, password: goodPassword, ip: null });
    const { passwordHash } = await db.prisma.user.findUniqueOrThrow({ where: { id: user.id } });
    expect(passwordHash).toMatch(/m=65536,t=4/);
    await expect(
      verifySignIn(ctx, { email: user.email, password: goodPassword, ip: null }),
    ).resolves.toBeTruthy();
  });
});

describe("how often one may try", () => {
  test("of 200 parallel wrong passwords exactly 5 are looked at", async () => {
    const user = await register();
    const wrong = { email: user.email, password: "wrong", ip: "198.51.100.1" };
    const results = await Promise.allSettled(Array.from({ length: 200 }, () => verifySignIn(ctx, wrong)));
    expect(count(results, "users.credentials_invalid")).toBe(5);
    expect(count(results, "rate_limits.exceeded")).toBe(195);
  });

  test("a lock says how long it lasts, refuses the right password meanwhile, and ends by itself", async () => {
    const user = await register();
    const attempt = (password: string) =>
      verifySignIn(ctx, { email: user.email, password, ip: "198.51.100.2" });
    for (let miss = 0; miss < 5; miss += 1) await attempt("wrong").catch(() => undefined);
    const refused = await attempt(goodPassword).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TooManyAttempts);
    expect(refused).toMatchObject({ meta: { retryAfterSeconds: 900 } });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 600_000 });
    await expect(attempt(goodPassword)).rejects.toMatchObject({
      meta: { retryAfterSeconds: expect.closeTo(300, -1) as number },
    });
    vi.setSystemTime(Date.now() + 301_000);
    await expect(attempt(goodPassword)).resolves.toMatchObject({ id: user.id });
  });

  test("an unknown address locks exactly as a known one", async () => {
    const wrong = { email: "ghost@example.com", password: "wrong", ip: "198.51.100.3" };
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => verifySignIn(ctx, wrong)));
    expect(count(results, "users.credentials_invalid")).toBe(5);
  });

  test("a right password clears the count", async () => {
    const user = await register();
    const attempt = (password: string) =>
      verifySignIn(ctx, { email: user.email, password, ip: "198.51.100.4" });
    for (let round = 0; round < 2; round += 1) {
      for (let miss = 0; miss < 4; miss += 1)
        await expect(attempt("wrong")).rejects.toBeInstanceOf(InvalidCredentials);
      await attempt(goodPassword);
    }
  });

  test("right passwords do not use up what an address and a place may try", async () => {
    const user = await register();
    const signIn = () =>
      verifySignIn(ctx, { email: user.email, password: goodPassword, ip: "198.51.100.77" });
    await signIn();
    await setUsed("sign-in-address", 58);
    await setUsed("sign-in-ip", 118);
    for (let round = 0; round < 4; round += 1) await expect(signIn()).resolves.toMatchObject({ id: user.id });
  });

  test("a lock in one place does not lock the owner out in another", async () => {
    const user = await register();
    for (let miss = 0; miss < 7; miss += 1) {
      await verifySignIn(ctx, { email: user.email, password: "wrong", ip: "198.51.100.5" }).catch(
        () => undefined,
      );
    }
    await expect(
      verifySignIn(ctx, { email: user.email, password: goodPassword, ip: "198.51.100.6" }),
    ).resolves.toBeTruthy();
  });

  test("guesses at one address from everywhere together stop after 60, and an admin can unlock", async () => {
    const user = await register();
    const guess = (place: number) =>
      verifySignIn(ctx, { email: user.email, password: "wrong", ip: `192.0.2.${place}` });
    await guess(1).catch(() => undefined);
    await setUsed("sign-in-address", 57);
    const guesses = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => guess(index + 2)));
    expect(count(guesses, "users.credentials_invalid")).toBe(3);
    const own = { email: user.email, password: goodPassword, ip: "192.0.2.200" };
    await expect(verifySignIn(ctx, own)).rejects.toBeInstanceOf(TooManyAttempts);
    await unlockSignIn(ctx, user.email);
    await expect(verifySignIn(ctx, own)).resolves.toMatchObject({ id: user.id });
  });

  test("one place may try 120 times an hour, over all addresses", async () => {
    const spray = (index: number) =>
      verifySignIn(ctx, { email: `spray${index}@example.com`, password: "wrong", ip: "198.51.100.99" });
    await spray(0).catch(() => undefined);
    await setUsed("sign-in-ip", 118);
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => spray(index + 1)));
    expect(count(results, "users.credentials_invalid")).toBe(2);
  });

  test("the table of limits names no address and no IP", async () => {
    const rows = await db.prisma.rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows.map(({ key }) => key))).not.toMatch(/example|198\.51|192\.0/);
  });
});

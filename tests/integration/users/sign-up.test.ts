import { describe, expect, test } from "vitest";
import { InvalidEmail, PasswordRefused, signUp } from "@/lib/users";
import { TooManyAttempts } from "@/lib/rate-limits";
import { queuedEmails } from "@/tests/setup/queued-emails";
import { cpuTimeOf, goodPassword, median, openUsers, otherPassword } from "./setup";

const { db, ctx, register, setUsed } = await openUsers();
const attempt = (email: string, password = goodPassword, ip: string | null = null) =>
  signUp(ctx, { email, password, ip });

describe("signing up", () => {
  test("makes one unverified member under the normalised address, and mails a link that is not stored", async () => {
    expect(await attempt("  Ada.Lovelace@Example.COM ")).toEqual({ email: "ada.lovelace@example.com" });
    const user = await db.prisma.user.findUniqueOrThrow({
      where: { email: "ada.lovelace@example.com" },
      include: { emailTokens: true },
    });
    expect(user).toMatchObject({ emailVerified: null, role: "member", suspendedAt: null });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=4,p=1\$/);
    const [mail] = await queuedEmails(db, user.email);
    expect(mail?.message).toMatchObject({ template: "verify-email", props: { expiresInHours: 24 } });
    const link = mail?.message.template === "verify-email" ? mail.message.props.verifyUrl : "";
    expect(link).toMatch(/^https:\/\/app\.example\/verify-email\?token=[\w-]{43}$/);
    expect(user.emailTokens).toHaveLength(1);
    expect(JSON.stringify(user.emailTokens)).not.toContain(link.split("token=")[1]);
  });

  test("answers the same for an address that has an account, and tells its owner by mail", async () => {
    const owner = await register({ email: "owner@example.com" });
    expect(await attempt("owner@example.com", otherPassword)).toEqual({ email: "owner@example.com" });
    const mails = await queuedEmails(db, "owner@example.com");
    expect(mails.map(({ message }) => message.template)).toEqual(["verify-email", "account-exists"]);
    expect((await db.prisma.user.findUniqueOrThrow({ where: { id: owner.id } })).passwordHash).toBe(
      owner.passwordHash,
    );
  });

  test("does the same work for a new address and for one with an account", async () => {
    const accounts = ["known-1@example.com", "known-2@example.com", "known-3@example.com"];
    for (const email of accounts) await register({ email });
    const known: number[] = [];
    const fresh: number[] = [];
    for (const round of [1, 2, 3]) {
      for (const [index, email] of accounts.entries()) {
        known.push(await cpuTimeOf(() => attempt(email)));
        fresh.push(await cpuTimeOf(() => attempt(`fresh-${round}-${index}@example.com`)));
      }
    }
    expect(median(known) / median(fresh)).toBeGreaterThan(0.7);
    expect(median(known) / median(fresh)).toBeLessThan(1.4);
  });

  test("of parallel sign-ups of one address in many spellings makes one user", async () => {
    const spellings = [
      "par@example.com",
      "PAR@example.com",
      " par@Example.com",
      "ｐａｒ@example.com",
      "par@EXAMPLE.COM",
    ];
    const results = await Promise.all(spellings.map((email) => attempt(email)));
    expect(new Set(results.map(({ email }) => email))).toEqual(new Set(["par@example.com"]));
    expect(await db.prisma.user.count({ where: { email: "par@example.com" } })).toBe(1);
    expect(await queuedEmails(db, "par@example.com")).toHaveLength(5);
  });

  test("mails one address at most five times an hour, whoever asks", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        attempt("flood@example.com", goodPassword, `198.51.100.${index}`),
      ),
    );
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(3);
    expect(refused.every(({ reason }) => reason instanceof TooManyAttempts)).toBe(true);
    expect(await queuedEmails(db, "flood@example.com")).toHaveLength(5);
  });

  test("lets one place sign up thirty addresses an hour, counting an IPv6 /64 as one place", async () => {
    await attempt("first@example.com", goodPassword, "2001:db8:1:2::1");
    await setUsed("sign-up-ip", 29);
    const places = ["2001:db8:1:2::2", "2001:db8:1:2:ffff::3"];
    const results = await Promise.allSettled(
      places.map((ip, index) => attempt(`many${index}@example.com`, goodPassword, ip)),
    );
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
  });
});

describe("signing up with bad input", () => {
  test.each([
    ["a comma list", "a@example.com,b@example.com"],
    ["a header injection", "a@example.com\r\nBcc: b@example.com"],
    ["a NUL byte", "a\0@example.com"],
    ["10,000 characters", `${"a".repeat(10_000)}@example.com`],
    ["a lone surrogate", "a\ud800@example.com"],
    ["nothing", ""],
  ])("refuses %s as an address", async (_, email) => {
    await expect(attempt(email)).rejects.toBeInstanceOf(InvalidEmail);
  });

  test.each([
    ["common", "Password-2026!", "common"],
    ["personal", "grace.hopper-1906", "personal"],
    ["short", "x7#kQ", "too_short"],
    ["longer than 256", "x".repeat(257), "too_long"],
    ["with a NUL byte", "violet\0harbour tundra", "unreadable"],
  ])("refuses a password that is %s", async (_, password, problem) => {
    const failure = attempt("grace.hopper@example.com", password);
    await expect(failure).rejects.toBeInstanceOf(PasswordRefused);
    await expect(failure).rejects.toMatchObject({ meta: { problem } });
    expect(await db.prisma.user.count({ where: { email: "grace.hopper@example.com" } })).toBe(0);
  });
});

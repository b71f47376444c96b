import { afterAll, expect, test } from "vitest";
import { holdCredits, spendCredits } from "@/lib/credits";
import { openDatabase } from "@/lib/db";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabaseUrl } from "@/tests/setup/test-database";
import { runQuickscale } from "./run-quickscale";

const url = await createTestDatabaseUrl();
const db = openDatabase(url, 4);
afterAll(() => db.close());
const ctx = { db, clock: fixedClock() };
const slow = { timeout: 120_000 };

test("without arguments, or with --help, it lists what it can do", slow, async () => {
  const help = await runQuickscale(["--help"]);
  expect(help.exitCode).toBe(0);
  for (const word of ["db", "ledger", "user", "stripe", "version"]) expect(help.stdout).toContain(word);
  expect((await runQuickscale(["ledger", "verify", "--help"])).stdout).toContain(
    "npx quickscale ledger verify --json",
  );
});

test("wrong use ends with 2 and points to the help", slow, async () => {
  const unknown = await runQuickscale(["ledgr"]);
  expect(unknown.exitCode).toBe(2);
  expect(unknown.stderr).toContain("--help");
  expect((await runQuickscale(["ledger", "verify", "--quick"])).exitCode).toBe(2);
});

test("openapi prints the API's document, without a database", slow, async () => {
  const { stdout, exitCode } = await runQuickscale(["openapi"], {});
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ openapi: "3.1.0", paths: { "/balance": {} } });
});

test("version names its own and Node's, which is the project's", slow, async () => {
  expect((await runQuickscale(["version"])).stdout).toMatch(/^quickscale \d+\.\d+\.\d+ \(Node\.js 24\./);
});

test(
  "ledger verify ends with 0 on a sound ledger, and with 1 and each difference on a damaged one",
  slow,
  async () => {
    const userId = await createCreditAccount(ctx, [{ credits: 10 }]);
    await spendCredits(ctx, { userId, key: "run:1", creditsMilli: 1500n });
    await holdCredits(ctx, { userId, key: "run:2", creditsMilli: 1000n, expiresAt: new Date("2030-01-01") });
    const sound = await runQuickscale(["ledger", "verify"], { DATABASE_URL: url });
    expect(sound).toMatchObject({ exitCode: 0, stderr: "" });
    expect(sound.stdout).toContain("balances 8.5 credits");
    expect(sound.stdout).toContain("No drift.");

    await db.sql({ name: "", text: "UPDATE credit_accounts SET balance_milli = 9000", values: [] });
    const damaged = await runQuickscale(["ledger", "verify"], { DATABASE_URL: url });
    expect(damaged.exitCode).toBe(1);
    expect(damaged.stdout).toContain(
      `DRIFT ${userId}: balance is the sum of the entries: expected 8500, found 9000`,
    );
    const json = await runQuickscale(["ledger", "verify", "--json"], { DATABASE_URL: url });
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      accounts: 1,
      differences: [{ userId }, { userId }, { userId: null }],
    });
  },
);

test("db migrate builds an empty database, and does nothing the second time", slow, async () => {
  const empty = await createTestDatabaseUrl("template1");
  const first = await runQuickscale(["db", "migrate"], { DATABASE_URL: empty });
  expect(first.exitCode).toBe(0);
  expect(first.stdout).toMatch(/applied \d+_credits\n/);
  const second = await runQuickscale(["db", "migrate"], { DATABASE_URL: empty });
  expect(second).toMatchObject({ exitCode: 0, stdout: "Nothing to do: no migration is pending.\n" });
});

test(
  "it says in words that no database is named, that one is not an address, and that one does not answer",
  slow,
  async () => {
    const unnamed = await runQuickscale(["ledger", "verify"]);
    expect(unnamed).toMatchObject({ exitCode: 1, stdout: "" });
    expect(unnamed.stderr).toContain("npm run dev");
    const wrong = await runQuickscale(["ledger", "verify"], { DATABASE_URL: "mysql://localhost/x" });
    expect(wrong).toMatchObject({ exitCode: 1, stderr: "DATABASE_URL is not a postgresql:// address.\n" });
    const silent = await runQuickscale(["ledger", "verify"], { DATABASE_URL: "postgresql://127.0.0.1:1/x" });
    expect(silent.exitCode).toBe(1);
    expect(silent.stderr).toContain("The database does not answer.");
    expect(silent.stderr).not.toContain("    at ");
  },
);

test("a command that needs more than the database names every missing variable", slow, async () => {
  const { exitCode, stderr } = await runQuickscale(["user", "verify", "ada@example.com"], {
    DATABASE_URL: url,
  });
  expect(exitCode).toBe(1);
  expect(stderr).toContain("STRIPE_SECRET_KEY");
  expect(stderr).toContain("APP_URL");
});

test(
  "people are created, promoted and verified; verifying again is harmless; strangers are refused",
  slow,
  async () => {
    const variables = {
      DATABASE_URL: url,
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: "x".repeat(32),
      STRIPE_SECRET_KEY: "sk_test_x",
      STRIPE_WEBHOOK_SECRET: "whsec_x",
      RESEND_API_KEY: "re_x",
      MAIL_FROM: "QuickScale <hello@example.com>",
    };
    const run = (...args: string[]) => runQuickscale(["user", ...args], variables);
    const created = await run("create", " Ada@Example.com");
    expect(created.stdout).toMatch(/^created ada@example\.com \([0-9a-f-]{36}\)\npassword: \S{20}\n$/);
    expect((await run("promote", "ada@example.com")).stdout).toContain("is now admin");
    expect((await run("verify", "ada@example.com")).stdout).toContain("was verified already");
    const user = await db.prisma.user.findUniqueOrThrow({ where: { email: "ada@example.com" } });
    expect(user).toMatchObject({ role: "admin", emailVerified: expect.any(Date) as Date });
    const stranger = await run("promote", "nobody@example.com");
    expect(stranger.exitCode).toBe(1);
    expect(stranger.stderr).toMatch(/^Refused: /);
  },
);

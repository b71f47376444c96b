import { expect, test } from "vitest";
import { EnvironmentError, loadEnv } from "@/lib/env";

const local = {
  NODE_ENV: "production",
  APP_URL: "http://localhost:3000/",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  DATABASE_URL: "postgresql://u:p@127.0.0.1:5432/app",
  STRIPE_SECRET_KEY: "sk_test_local",
  STRIPE_WEBHOOK_SECRET: "whsec_a, whsec_b",
  STRIPE_API_BASE: "http://127.0.0.1:4242",
  RESEND_API_KEY: "re_local",
  MAIL_FROM: "QuickScale <hello@example.com>",
};

const problems = (change: Record<string, string | undefined>): string => {
  try {
    loadEnv({ ...local, ...change });
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as Error).message;
  }
};

test("a complete environment is read, trimmed of its trailing slash, with every webhook secret", () => {
  expect(loadEnv(local)).toMatchObject({
    APP_URL: "http://localhost:3000",
    STRIPE_WEBHOOK_SECRET: ["whsec_a", "whsec_b"],
    DATABASE_POOL_SIZE: 10,
  });
});

test("one failure lists every bad key", () => {
  const message = problems({ AUTH_SECRET: "short", DATABASE_URL: "mysql://x", RESEND_API_KEY: "" });
  expect(message).toContain("AUTH_SECRET");
  expect(message).toContain("DATABASE_URL");
  expect(message).toContain("RESEND_API_KEY");
});

test.each([
  ["an empty webhook secret", { STRIPE_WEBHOOK_SECRET: "" }, "STRIPE_WEBHOOK_SECRET"],
  ["a publishable key as secret key", { STRIPE_SECRET_KEY: "pk_test_x" }, "STRIPE_SECRET_KEY"],
  ["a live key beside the local Stripe", { STRIPE_SECRET_KEY: "sk_live_x" }, "STRIPE_API_BASE"],
  [
    "the local Stripe on another machine",
    { STRIPE_API_BASE: "http://stripe.example.com" },
    "STRIPE_API_BASE",
  ],
  ["the local Stripe behind a public address", { APP_URL: "https://app.example.com" }, "STRIPE_API_BASE"],
  ["a publishable key that is none", { STRIPE_PUBLISHABLE_KEY: "sk_test_x" }, "STRIPE_PUBLISHABLE_KEY"],
  [
    "a live publishable key beside a test key",
    { STRIPE_PUBLISHABLE_KEY: "pk_live_x" },
    "STRIPE_PUBLISHABLE_KEY",
  ],
  ["a clock on another machine", { CLOCK_URL: "http://time.example.com/now" }, "CLOCK_URL"],
  [
    "a clock ahead of Stripe's own",
    { STRIPE_API_BASE: "", CLOCK_URL: "http://127.0.0.1:4242/now" },
    "CLOCK_URL",
  ],
  ["Stripe.js from another machine", { STRIPE_JS_URL: "http://js.example.com/v3" }, "STRIPE_JS_URL"],
  [
    "the local Stripe.js with Stripe's cards",
    { STRIPE_API_BASE: "", STRIPE_JS_URL: "http://127.0.0.1:4242/v3" },
    "STRIPE_JS_URL",
  ],
  [
    "a public address without https",
    { APP_URL: "http://app.example.com", STRIPE_API_BASE: undefined, STRIPE_SECRET_KEY: "sk_live_x" },
    "APP_URL",
  ],
  [
    "a test key on a public address",
    { APP_URL: "https://app.example.com", STRIPE_API_BASE: undefined },
    "STRIPE_SECRET_KEY",
  ],
  ["a Google without its secret", { AUTH_GOOGLE_ID: "id" }, "AUTH_GOOGLE_SECRET"],
  ["a GitHub without its id", { AUTH_GITHUB_SECRET: "secret" }, "AUTH_GITHUB_ID"],
  ["a local GitHub alone", { AUTH_GITHUB_BASE_URL: "http://127.0.0.1:4401" }, "AUTH_GITHUB_BASE_URL"],
  [
    "a Google on another machine",
    { AUTH_GOOGLE_ID: "id", AUTH_GOOGLE_SECRET: "s", AUTH_GOOGLE_BASE_URL: "http://google.example.com" },
    "AUTH_GOOGLE_BASE_URL",
  ],
  [
    "the local Google behind a public address",
    {
      APP_URL: "https://app.example.com",
      STRIPE_API_BASE: "",
      STRIPE_SECRET_KEY: "sk_live_x",
      AUTH_GOOGLE_ID: "id",
      AUTH_GOOGLE_SECRET: "secret",
      AUTH_GOOGLE_BASE_URL: "http://127.0.0.1:4401",
    },
    "AUTH_GOOGLE_BASE_URL",
  ],
])("%s is refused", (_what, change, key) => {
  expect(problems(change)).toContain(key);
});

test("the local Stripe's clock and Stripe.js are accepted beside it", () => {
  const local = {
    CLOCK_URL: "http://127.0.0.1:4242/_emulator/stats",
    STRIPE_JS_URL: "http://127.0.0.1:4242/v3/stripe.js",
  };
  expect(problems({ ...local, STRIPE_PUBLISHABLE_KEY: "pk_test_local" })).toBe("");
});

test("a live key on a public address is accepted", () => {
  expect(
    problems({ APP_URL: "https://app.example.com", STRIPE_API_BASE: "", STRIPE_SECRET_KEY: "sk_live_x" }),
  ).toBe("");
});

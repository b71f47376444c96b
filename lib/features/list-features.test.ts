import { expect, test } from "vitest";
import { loadEnv } from "@/lib/env";
import { findMissing } from "./find-missing";
import { listFeatures } from "./list-features";

const least = {
  APP_URL: "http://localhost:3000",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  DATABASE_URL: "postgresql://u:p@127.0.0.1:5432/app",
  STRIPE_SECRET_KEY: "sk_test_local",
  STRIPE_WEBHOOK_SECRET: "whsec_a",
  STRIPE_API_BASE: "http://127.0.0.1:4242",
  RESEND_API_KEY: "re_local",
  MAIL_FROM: "QuickScale <hello@example.com>",
};
const statesOf = (more: Record<string, string>) =>
  Object.fromEntries(listFeatures(loadEnv({ ...least, ...more })).map(({ id, state }) => [id, state]));

test("says what is off without its keys, what is on, and where a stand-in takes the place", () => {
  const off = { google: "off", github: "off", cards: "off", mail: "on", storage: "off", cron: "off" };
  expect(statesOf({})).toEqual(off);
  expect(
    statesOf({
      AUTH_GOOGLE_ID: "id",
      AUTH_GOOGLE_SECRET: "secret",
      AUTH_GITHUB_ID: "id",
      AUTH_GITHUB_SECRET: "secret",
      AUTH_GITHUB_BASE_URL: "http://127.0.0.1:4401",
      RESEND_BASE_URL: "http://127.0.0.1:4301",
      STORAGE_DIR: "/tmp/files",
    }),
  ).toEqual({ ...off, google: "on", github: "local", mail: "local", storage: "local" });
});

test("tells a page which of its features are missing", () => {
  const env = loadEnv({ ...least, AUTH_GOOGLE_ID: "id", AUTH_GOOGLE_SECRET: "secret" });
  expect(findMissing(env, ["google", "github"]).map(({ id }) => id)).toEqual(["github"]);
});

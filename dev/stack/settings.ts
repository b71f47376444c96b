import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Stripe from "stripe";
import { oauthClients } from "../oauth/people";
import type { StackUrls } from "./stack-file";

/** Keys of the local stand-ins: worth nothing anywhere else. */
export const standInKeys = {
  STRIPE_SECRET_KEY: "sk_test_quickscale_local",
  STRIPE_PUBLISHABLE_KEY: "pk_test_quickscale_local",
  STRIPE_WEBHOOK_SECRET: "whsec_quickscale_local",
  RESEND_API_KEY: "re_quickscale_local",
};

/** A secret made once per folder, so that sign-ins survive a restart. */
function localSecret(stateDir: string): string {
  const path = join(stateDir, "auth-secret");
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("base64"), { mode: 0o600 });
  return readFileSync(path, "utf8");
}

/** Stripe.js is loaded by the name of the release that the API version belongs to. */
const stripeJsPath = `/${Stripe.API_VERSION.split(".")[1] ?? "v3"}/stripe.js`;

/** Sign-in by Google and GitHub: each is the founder's own where its id is set. */
function oauthEnvironment(oauthUrl: string | null): Record<string, string> {
  if (!oauthUrl) return {};
  const { google, github } = oauthClients;
  return {
    ...(process.env.AUTH_GOOGLE_ID
      ? {}
      : { AUTH_GOOGLE_ID: google.id, AUTH_GOOGLE_SECRET: google.secret, AUTH_GOOGLE_BASE_URL: oauthUrl }),
    ...(process.env.AUTH_GITHUB_ID
      ? {}
      : { AUTH_GITHUB_ID: github.id, AUTH_GITHUB_SECRET: github.secret, AUTH_GITHUB_BASE_URL: oauthUrl }),
  };
}

/** The app's environment: what you set stays; only what is missing points at a stand-in. */
export function appEnvironment(stateDir: string, addresses: StackUrls): NodeJS.ProcessEnv {
  const stripe = addresses.stripeUrl
    ? {
        STRIPE_SECRET_KEY: standInKeys.STRIPE_SECRET_KEY,
        STRIPE_PUBLISHABLE_KEY: standInKeys.STRIPE_PUBLISHABLE_KEY,
        STRIPE_WEBHOOK_SECRET: standInKeys.STRIPE_WEBHOOK_SECRET,
        STRIPE_API_BASE: addresses.stripeUrl,
        STRIPE_JS_URL: `${addresses.stripeUrl}${stripeJsPath}`,
        CLOCK_URL: `${addresses.stripeUrl}/_emulator/stats`,
      }
    : {};
  const mail = addresses.mailUrl
    ? { RESEND_API_KEY: standInKeys.RESEND_API_KEY, RESEND_BASE_URL: addresses.mailUrl }
    : {};
  const storage = addresses.storageUrl ? { STORAGE_DIR: fileURLToPath(addresses.storageUrl) } : {};
  return {
    AUTH_SECRET: localSecret(stateDir),
    MAIL_FROM: "QuickScale <hello@quickscale.local>",
    LOG_LEVEL: "info",
    ...process.env,
    ...stripe,
    ...mail,
    ...storage,
    ...oauthEnvironment(addresses.oauthUrl),
    APP_URL: addresses.appUrl,
    DATABASE_URL: addresses.databaseUrl,
  };
}

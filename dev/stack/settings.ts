import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Stripe from "stripe";
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
  return {
    AUTH_SECRET: localSecret(stateDir),
    MAIL_FROM: "QuickScale <hello@quickscale.local>",
    LOG_LEVEL: "info",
    ...process.env,
    ...stripe,
    ...mail,
    APP_URL: addresses.appUrl,
    DATABASE_URL: addresses.databaseUrl,
  };
}

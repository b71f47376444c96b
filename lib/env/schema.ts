import { isAbsolute } from "node:path";
import { z } from "zod";

/** One schema per integration; every key here stands in `.env.example`, which a test compares. */
export const appSchema = {
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  APP_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  AUTH_SECRET: z.string().min(32, "at least 32 characters: openssl rand -base64 32"),
  AUTH_SECRET_PREVIOUS: z
    .string()
    .min(32, "the AUTH_SECRET from before: at least 32 characters")
    .transform((secret) => [secret])
    .default([]),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  CLIENT_IP_HEADER: z.string().toLowerCase().optional(),
  WORKER: z.enum(["in-process", "off"]).default("in-process"),
  CRON_SECRET: z.string().min(16, "at least 16 characters: openssl rand -hex 16").optional(),
};

export const databaseSchema = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
};

const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/?$/;
const loopbackPath = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/[\w./-]+$/;

export const stripeSchema = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, "starts with sk_test_, sk_live_, rk_test_ or rk_live_"),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .transform((list) => list.split(",").map((secret) => secret.trim()))
    .pipe(z.array(z.string().regex(/^whsec_\w+$/, "one or more whsec_… separated by commas")).min(1)),
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_\w+$/, "starts with pk_test_ or pk_live_")
    .optional(),
  STRIPE_API_BASE: z.string().regex(loopback, "only a loopback address: the local Stripe").optional(),
  STRIPE_CALLS_PER_SECOND: z.coerce.number().int().min(2).max(100).default(18),
  STRIPE_JS_URL: z.string().regex(loopbackPath, "only a loopback address: the local Stripe's").optional(),
};

export const clockSchema = {
  CLOCK_URL: z.string().regex(loopbackPath, "only a loopback address: the local Stripe's").optional(),
};

/** Who sells, as it stands on receipts and invoices. */
export const sellerSchema = {
  SELLER_NAME: z.string().trim().min(1).max(100).default("QuickScale"),
  SELLER_ADDRESS: z
    .string()
    .max(400)
    .default("")
    .transform((lines) => lines.split("|").map((line) => line.trim()))
    .transform((lines) => lines.filter((line) => line !== "")),
  SELLER_TAX_ID: z.string().trim().max(60).nullable().default(null),
};

const amountOf = /^([a-z]{3}):(\d{1,12})$/;

/** Above which a refund needs a second admin. */
export const refundSchema = {
  /** Minor units by currency; empty where one admin is enough for any refund. */
  REFUND_APPROVAL_ABOVE: z
    .string()
    .toLowerCase()
    .default("usd:20000,eur:20000,gbp:20000")
    .transform((list) => list.split(",").map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ""))
    .pipe(z.array(z.string().regex(amountOf, "currency:minor units, such as usd:20000,eur:20000")))
    .transform((parts) => new Map(parts.map((part) => [part.slice(0, 3), BigInt(part.slice(4))]))),
};

/** How long each single use is remembered; sums by day stay. */
export const usageSchema = {
  USAGE_RECORDS_MONTHS: z.coerce.number().int().min(3).max(120).default(13),
};

/** Sign-in by other providers; each is off without its id. */
export const oauthSchema = {
  AUTH_GOOGLE_ID: z.string().trim().min(1).optional(),
  AUTH_GOOGLE_SECRET: z.string().trim().min(1).optional(),
  AUTH_GOOGLE_BASE_URL: z.string().regex(loopback, "only a loopback address: the local Google").optional(),
  AUTH_GITHUB_ID: z.string().trim().min(1).optional(),
  AUTH_GITHUB_SECRET: z.string().trim().min(1).optional(),
  AUTH_GITHUB_BASE_URL: z.string().regex(loopback, "only a loopback address: the local GitHub").optional(),
};

export const mailSchema = {
  RESEND_API_KEY: z.string().regex(/^re_\w+$/, "starts with re_"),
  RESEND_BASE_URL: z.string().regex(loopback, "only a loopback address: the local mail stand-in").optional(),
  MAIL_FROM: z.string().min(3),
  MAIL_UNSUBSCRIBE_ADDRESS: z.email().optional(),
};

/** Where files are kept. Not one of them is required: without storage, pictures and exports are off. */
export const storageSchema = {
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().min(3).max(63).optional(),
  S3_REGION: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  STORAGE_DIR: z.string().refine(isAbsolute, "a whole path, from the root of the disk").optional(),
};

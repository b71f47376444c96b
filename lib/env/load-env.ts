import { createEnv } from "@t3-oss/env-core";
import { z } from "zod";
import { isPublicUrl } from "./is-public-url";
import { oauthProblem } from "./oauth-problem";
import {
  appSchema,
  clockSchema,
  databaseSchema,
  mailSchema,
  oauthSchema,
  refundSchema,
  sellerSchema,
  storageSchema,
  stripeSchema,
  usageSchema,
} from "./schema";
import { storageProblem } from "./storage-settings";

const server = {
  ...appSchema,
  ...databaseSchema,
  ...stripeSchema,
  ...mailSchema,
  ...clockSchema,
  ...sellerSchema,
  ...refundSchema,
  ...oauthSchema,
  ...storageSchema,
  ...usageSchema,
};

/** Thrown at boot with every bad key in one readable list. */
export class EnvironmentError extends Error {
  constructor(problems: readonly string[]) {
    super(
      `The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join("\n")}\nSee .env.example.`,
    );
    this.name = "EnvironmentError";
  }
}

interface StripeKeys {
  APP_URL: string;
  STRIPE_SECRET_KEY: string;
  STRIPE_PUBLISHABLE_KEY?: string | undefined;
  STRIPE_API_BASE?: string | undefined;
  STRIPE_JS_URL?: string | undefined;
  CLOCK_URL?: string | undefined;
}

const isLive = (key: string) => key.includes("_live_");

function stripeProblem(keys: StripeKeys): string | null {
  const { APP_URL, STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_API_BASE } = keys;
  const live = isLive(STRIPE_SECRET_KEY);
  if (STRIPE_API_BASE && live) return "STRIPE_API_BASE: a live key never goes to the local Stripe";
  if (STRIPE_API_BASE && isPublicUrl(APP_URL))
    return "STRIPE_API_BASE: not while APP_URL is a public address";
  if (!live && isPublicUrl(APP_URL))
    return "STRIPE_SECRET_KEY: a test key on a public address would sell credits for nothing";
  if (STRIPE_PUBLISHABLE_KEY && isLive(STRIPE_PUBLISHABLE_KEY) !== live)
    return "STRIPE_PUBLISHABLE_KEY: test and live keys do not know each other's cards";
  return standInProblem(keys);
}

function addressProblem({ APP_URL }: { APP_URL: string }): string | null {
  if (APP_URL.startsWith("https:") || !isPublicUrl(APP_URL)) return null;
  return "APP_URL: https, or passwords and sessions of a public address could be read on their way";
}

/** Parts of the local Stripe are of use beside it alone; beside the real one they would lie about time and cards. */
function standInProblem(keys: StripeKeys): string | null {
  if (keys.STRIPE_API_BASE) return null;
  const lone = (["CLOCK_URL", "STRIPE_JS_URL"] as const).find((key) => keys[key]);
  return lone ? `${lone}: only together with STRIPE_API_BASE` : null;
}

/**
 * Validates the environment once.
 * @throws EnvironmentError naming every missing or malformed key
 */
export function loadEnv(source: Record<string, string | undefined> = process.env) {
  return createEnv({
    server,
    runtimeEnv: source,
    emptyStringAsUndefined: true,
    skipValidation: false,
    createFinalSchema: (shape) =>
      z.object(shape).superRefine((env, refinement) => {
        for (const problem of [
          addressProblem(env),
          stripeProblem(env),
          oauthProblem(env),
          storageProblem(env),
        ])
          if (problem) refinement.addIssue({ code: "custom", message: problem });
      }),
    onValidationError: (issues) => {
      throw new EnvironmentError(
        issues.map(({ path, message }) =>
          path?.length ? `${path.map(String).join(".")}: ${message}` : message,
        ),
      );
    },
  });
}

export type Env = ReturnType<typeof loadEnv>;

let loaded: Env | undefined;

/** The process's environment, validated on first use. */
export function env(): Env {
  loaded ??= loadEnv();
  return loaded;
}

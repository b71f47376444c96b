import { createEnv } from "@t3-oss/env-core";
import { z } from "zod";
import { appSchema, databaseSchema, mailSchema, stripeSchema } from "./schema";

const server = { ...appSchema, ...databaseSchema, ...stripeSchema, ...mailSchema };

/** Thrown at boot with every bad key in one readable list. */
export class EnvironmentError extends Error {
  constructor(problems: readonly string[]) {
    super(
      `The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join("\n")}\nSee .env.example.`,
    );
    this.name = "EnvironmentError";
  }
}

function isPublic(url: string): boolean {
  return !["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

type StripeKeys = { APP_URL: string; STRIPE_SECRET_KEY: string; STRIPE_API_BASE?: string | undefined };

function stripeProblem({ APP_URL, STRIPE_SECRET_KEY, STRIPE_API_BASE }: StripeKeys): string | null {
  const live = STRIPE_SECRET_KEY.includes("_live_");
  if (STRIPE_API_BASE && live) return "STRIPE_API_BASE: a live key never goes to the local Stripe";
  if (STRIPE_API_BASE && isPublic(APP_URL)) return "STRIPE_API_BASE: not while APP_URL is a public address";
  if (!live && isPublic(APP_URL))
    return "STRIPE_SECRET_KEY: a test key on a public address would sell credits for nothing";
  return null;
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
        const problem = stripeProblem(env);
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

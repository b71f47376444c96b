import "server-only";
import pino from "pino";
import { createResendMailer } from "@/lib/adapters/resend";
import { createStripeGateway } from "@/lib/adapters/stripe";
import { openDatabase, type Database } from "@/lib/db";
import { env, type Env } from "@/lib/env";
import type { Actor } from "@/lib/ports/actor";
import type { Clock } from "@/lib/ports/clock";
import type { Logger } from "@/lib/ports/logger";
import type { Mailer } from "@/lib/ports/mailer";
import type { PaymentGateway } from "@/lib/ports/payment-gateway";

/** Everything a use case may touch besides its input. */
export interface AppContext {
  readonly db: Database;
  readonly payments: PaymentGateway;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly log: Logger;
  readonly actor: Actor;
  /** Without a trailing slash. */
  readonly appUrl: string;
}

/** Wires the adapters for one process, or for one bundle of it. */
export function createContext(
  settings: Env,
  db: Database = openDatabase(settings.DATABASE_URL, settings.DATABASE_POOL_SIZE),
): AppContext {
  return {
    db,
    payments: createStripeGateway({
      secretKey: settings.STRIPE_SECRET_KEY,
      webhookSecrets: settings.STRIPE_WEBHOOK_SECRET,
      apiBase: settings.STRIPE_API_BASE,
    }),
    mailer: createResendMailer({
      apiKey: settings.RESEND_API_KEY,
      baseUrl: settings.RESEND_BASE_URL,
      from: settings.MAIL_FROM,
    }),
    clock: { now: () => new Date() },
    log: pino({ level: settings.LOG_LEVEL }),
    actor: { kind: "anonymous" },
    appUrl: settings.APP_URL,
  };
}

const shared = globalThis as typeof globalThis & {
  quickscaleDatabase?: Database;
  quickscaleContext?: AppContext;
};

let own: AppContext | undefined;

/**
 * The process's context. Next builds pages, route handlers and instrumentation as bundles with a copy of every
 * class each, so only the connection pool is shared between them, and between hot reloads: an adapter of another
 * bundle would throw errors that `instanceof` does not know here. A context put on `globalThis`, by a test, wins.
 */
export function getContext(): AppContext {
  if (shared.quickscaleContext) return shared.quickscaleContext;
  if (own) return own;
  const settings = env();
  shared.quickscaleDatabase ??= openDatabase(settings.DATABASE_URL, settings.DATABASE_POOL_SIZE);
  own = createContext(settings, shared.quickscaleDatabase);
  return own;
}

/** The same context, acting for somebody. */
export function actingAs(ctx: AppContext, actor: Actor): AppContext {
  return { ...ctx, actor };
}

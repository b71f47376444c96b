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

/** Wires the adapters for one process. */
export function createContext(settings: Env): AppContext {
  return {
    db: openDatabase(settings.DATABASE_URL, settings.DATABASE_POOL_SIZE),
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

const shared = globalThis as typeof globalThis & { quickscaleContext?: AppContext };

/** The process's context; survives hot reloads, so that reloading opens no second pool. */
export function getContext(): AppContext {
  shared.quickscaleContext ??= createContext(env());
  return shared.quickscaleContext;
}

/** The same context, acting for somebody. */
export function actingAs(ctx: AppContext, actor: Actor): AppContext {
  return { ...ctx, actor };
}

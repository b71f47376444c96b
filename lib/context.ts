import "server-only";
import { openClock, systemClock, type OpenedClock } from "@/lib/adapters/clock";
import { createLog } from "@/lib/adapters/log";
import { createResendMailer } from "@/lib/adapters/resend";
import { createSecretBox } from "@/lib/adapters/secret-box";
import { createStorage } from "@/lib/adapters/storage";
import { createStripeGateway } from "@/lib/adapters/stripe";
import { openDatabase, type Database } from "@/lib/db";
import { env, toStorageSettings, type Env } from "@/lib/env";
import type { Actor } from "@/lib/ports/actor";
import type { Clock } from "@/lib/ports/clock";
import type { FileStorage } from "@/lib/ports/file-storage";
import type { Logger } from "@/lib/ports/logger";
import type { Mailer } from "@/lib/ports/mailer";
import type { PaymentGateway } from "@/lib/ports/payment-gateway";
import type { SecretBox } from "@/lib/ports/secret-box";
import { deriveKey } from "@/lib/shared/derive-key";
import { readingOnly } from "@/lib/shared/reading-only";

/** Everything a use case may touch besides its input. */
export interface AppContext {
  readonly db: Database;
  readonly payments: PaymentGateway;
  readonly mailer: Mailer;
  /** Seals what must be read again, such as the secrets of authenticators. */
  readonly secretBox: SecretBox;
  /** Of links that switch mails off: the first signs, all of them open. */
  readonly unsubscribeKeys: readonly [Uint8Array, ...Uint8Array[]];
  /** Null where the environment names none: what needs it is off. */
  readonly storage: FileStorage | null;
  /** The time that money and credits follow: locally it may be ahead of the machine's. */
  readonly clock: Clock;
  /** The machine's time, for what follows people and not money: sessions, links sent by mail. */
  readonly systemClock: Clock;
  readonly log: Logger;
  readonly actor: Actor;
  /** Without a trailing slash. */
  readonly appUrl: string;
}

interface Opened {
  db: Database;
  clock: Clock;
}

function unsubscribeKeysOf({ AUTH_SECRET, AUTH_SECRET_PREVIOUS }: Env): AppContext["unsubscribeKeys"] {
  const toKey = (secret: string) => deriveKey(secret, "unsubscribe v1");
  return [toKey(AUTH_SECRET), ...AUTH_SECRET_PREVIOUS.map(toKey)];
}

/** Wires the adapters for one process, or for one bundle of it. */
export function createContext(
  settings: Env,
  {
    db = openDatabase(settings.DATABASE_URL, settings.DATABASE_POOL_SIZE),
    clock = openClock(settings.CLOCK_URL),
  }: Partial<Opened> = {},
): AppContext {
  return {
    db,
    payments: createStripeGateway({
      secretKey: settings.STRIPE_SECRET_KEY,
      webhookSecrets: settings.STRIPE_WEBHOOK_SECRET,
      apiBase: settings.STRIPE_API_BASE,
      callsPerSecond: settings.STRIPE_CALLS_PER_SECOND,
    }),
    mailer: createResendMailer({
      apiKey: settings.RESEND_API_KEY,
      baseUrl: settings.RESEND_BASE_URL,
      from: settings.MAIL_FROM,
      unsubscribeAddress: settings.MAIL_UNSUBSCRIBE_ADDRESS,
    }),
    unsubscribeKeys: unsubscribeKeysOf(settings),
    secretBox: createSecretBox([settings.AUTH_SECRET, ...settings.AUTH_SECRET_PREVIOUS]),
    storage: createStorage(toStorageSettings(settings)),
    clock,
    systemClock,
    log: createLog(settings.LOG_LEVEL),
    actor: { kind: "anonymous" },
    appUrl: settings.APP_URL,
  };
}

/** The context of a process of its own, whose clock is right from the first use on. */
export async function openContext(settings: Env): Promise<AppContext> {
  const clock = openClock(settings.CLOCK_URL);
  await clock.ready();
  return createContext(settings, { clock });
}

const shared = globalThis as typeof globalThis & {
  quickscaleDatabase?: Database;
  quickscaleReadOnlyDatabase?: Database;
  quickscaleClock?: OpenedClock;
  quickscaleContext?: AppContext;
};

let own: AppContext | undefined;

/**
 * The process's context. Next builds pages, route handlers and instrumentation as bundles with a copy of every
 * class each, so only the connection pool and the clock are shared between them, and between hot reloads: an adapter
 * of another bundle would throw errors that `instanceof` does not know here. A context put on `globalThis`, by a
 * test, wins.
 */
export function getContext(): AppContext {
  if (shared.quickscaleContext) return shared.quickscaleContext;
  if (own) return own;
  const settings = env();
  shared.quickscaleDatabase ??= openDatabase(settings.DATABASE_URL, settings.DATABASE_POOL_SIZE);
  shared.quickscaleClock ??= openClock(settings.CLOCK_URL);
  own = createContext(settings, { db: shared.quickscaleDatabase, clock: shared.quickscaleClock });
  return own;
}

/** Makes the process's context and waits until its clock is right: before a server answers anybody. */
export async function prepareContext(): Promise<void> {
  getContext();
  await shared.quickscaleClock?.ready();
}

/** The same context, acting for somebody. */
export function actingAs(ctx: AppContext, actor: Actor): AppContext {
  return { ...ctx, actor };
}

/** Looks are rare and short. */
const readOnlyConnections = 3;

/**
 * The same context where nothing can be changed: PostgreSQL refuses every write on its connections, and of Stripe and
 * the storage only reading is left.
 */
export function readOnly(ctx: AppContext): AppContext {
  shared.quickscaleReadOnlyDatabase ??= openDatabase(env().DATABASE_URL, readOnlyConnections, {
    readOnly: true,
  });
  return {
    ...ctx,
    db: shared.quickscaleReadOnlyDatabase,
    payments: readingOnly(ctx.payments),
    mailer: readingOnly(ctx.mailer),
    storage: ctx.storage && readingOnly(ctx.storage),
  };
}

import { afterAll } from "vitest";
import { createLocalStripe } from "@/dev/stripe/local-stripe";
import { systemClock } from "@/lib/adapters/clock";
import { createSecretBox } from "@/lib/adapters/secret-box";
import { createStripeGateway } from "@/lib/adapters/stripe";
import { syncCatalog } from "@/lib/catalog";
import type { AppContext } from "@/lib/context";
import { openDatabase } from "@/lib/db";
import { drainJobs } from "@/lib/worker";
import { createUser } from "@/tests/factories/user";
import { recordingLog } from "@/tests/fakes/recording-log";
import { recordingMailer } from "@/tests/fakes/recording-mailer";
import { localStripeControls } from "./local-stripe-controls";
import { createTestDatabaseUrl } from "./test-database";
import { startWebhookServer } from "./webhook-server";

export const webhookSecret = "whsec_shop";
const appUrl = "http://localhost:3000";

interface ShopOptions {
  /** Whether the catalogue is in Stripe already. */
  synced?: boolean;
  /** What of the local Stripe's traffic is held against Stripe's types. */
  validate?: "all" | "requests";
}

/**
 * The whole selling side without a browser: real PostgreSQL, the local Stripe on a socket, its webhooks coming in
 * through the real route, jobs worked off on demand. Call it once per file.
 */
export async function openShop({ synced = true, validate = "all" }: ShopOptions = {}) {
  const databaseUrl = await createTestDatabaseUrl();
  const db = openDatabase(databaseUrl);
  const webhooks = await startWebhookServer();
  const stripe = await createLocalStripe({
    validate,
    webhook: { url: webhooks.url, secret: webhookSecret },
    redirectWaitMs: 1_000,
  });
  const stripeUrl = await stripe.listen(0);
  const log = recordingLog();
  const mailer = recordingMailer();
  let aheadMs = 0;
  const settings = {
    secretKey: "sk_test_shop",
    webhookSecrets: [webhookSecret],
    apiBase: stripeUrl,
    callsPerSecond: 1_000,
  };
  const ctx: AppContext = {
    db,
    payments: createStripeGateway(settings),
    mailer,
    secretBox: createSecretBox(["a secret of at least thirty-two characters"]),
    clock: { now: () => new Date(Date.now() + aheadMs) },
    systemClock,
    unsubscribeKeys: [new Uint8Array(32)],
    storage: null,
    log,
    actor: { kind: "anonymous" },
    appUrl,
  };
  (globalThis as { quickscaleContext?: AppContext }).quickscaleContext = ctx;
  if (synced) await syncCatalog(ctx);
  afterAll(async () => {
    await stripe.close();
    await webhooks.close();
    await db.close();
  });
  const controls = localStripeControls(stripeUrl);
  return {
    ctx,
    db,
    log,
    mailer,
    stripeUrl,
    databaseUrl,
    stripe: controls,
    webhookUrl: webhooks.url,
    /** A gateway with less patience, so that a test of a timeout need not have much. */
    hasty: { payments: createStripeGateway({ ...settings, timeoutMs: 1_000 }) },
    drain: () => drainJobs(ctx, databaseUrl),
    /** Everything that is on its way arrives and is worked off. */
    async settle() {
      await controls.flush();
      await drainJobs(ctx, databaseUrl);
    },
    /** Lets time pass for Stripe and for us; what happened meanwhile is on its way afterwards. */
    async advance(seconds: number) {
      await controls.advance(seconds);
      aheadMs += seconds * 1_000;
    },
    /** A verified member, and the context that acts as them. */
    async createBuyer() {
      const user = await createUser(db);
      const actor = { kind: "user", userId: user.id, role: "member", sessionId: user.id } as const;
      return { user, as: { ...ctx, actor } };
    },
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

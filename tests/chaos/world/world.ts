import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Stripe from "stripe";
import { createLocalStripe } from "@/dev/stripe/local-stripe";
import { localStripeControls } from "@/tests/setup/local-stripe-controls";
import { App, type Actor } from "./app";
import type { DatabaseServer } from "./database";
import { startMailCatcher } from "./mail-catcher";
import { openPostOffice, type Weather } from "./post-office";
import { openSlowLine } from "./slow-line";

const secret = "whsec_chaos";
const reports = fileURLToPath(new URL("../../../.local/chaos/logs/", import.meta.url));

export interface WorldOptions {
  seed: string;
  bundle: string;
  server: DatabaseServer;
  weather: Weather;
}

/** Everything that one seed plays with: a Stripe, a network, a database, the app, a mail provider. */
export async function openWorld({ seed, bundle, server, weather }: WorldOptions) {
  const database = `chaos_${seed.replaceAll(/\W/g, "_").toLowerCase()}`;
  await server.drop(database);
  const databaseUrl = await server.create(database);
  let aheadSeconds = 0;
  const now = () => Math.floor(Date.now() / 1_000) + aheadSeconds;
  let app: App | null = null;
  const mail = await startMailCatcher();
  const post = await openPostOffice({ seed, weather, secret, now, target: () => app?.webhookUrl ?? null });
  const localStripe = await createLocalStripe({ webhook: { url: post.url, secret }, redirectWaitMs: 500 });
  const stripeUrl = await localStripe.listen(0);
  const line = await openSlowLine({ seed, stripeUrl });
  const { hostname: host, port } = new URL(stripeUrl);
  const stripe = new Stripe("sk_test_chaos", {
    host,
    port,
    protocol: "http",
    maxNetworkRetries: 4,
    timeout: 5_000,
  });
  const controls = localStripeControls(stripeUrl);
  mkdirSync(reports, { recursive: true });
  const logFile = join(reports, `${database}.log`);
  const scriptFile = join(reports, `${database}.txt`);
  for (const file of [logFile, scriptFile]) rmSync(file, { force: true });
  app = new App({
    bundle,
    logFile,
    env: {
      NODE_ENV: "test",
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: "chaos-chaos-chaos-chaos-chaos-chaos",
      LOG_LEVEL: "warn",
      DATABASE_URL: databaseUrl,
      STRIPE_SECRET_KEY: "sk_test_chaos",
      // One admin plays all refunds.
      REFUND_APPROVAL_ABOVE: "",
      STRIPE_WEBHOOK_SECRET: secret,
      STRIPE_API_BASE: line.url,
      CLOCK_URL: `${stripeUrl}/_emulator/stats`,
      RESEND_API_KEY: "re_chaos",
      RESEND_BASE_URL: mail.url,
      MAIL_FROM: "QuickScale <chaos@example.com>",
    },
  });
  const running = app;

  return {
    app: running,
    stripe,
    stripeUrl,
    controls,
    server,
    databaseUrl,
    mail,
    post: post.office,
    line,
    now,
    logFile,
    /** What was done and when, as it happens. */
    scriptFile,
    /** Lets time pass for Stripe, and waits until the app lives in it. */
    async advance(seconds: number): Promise<void> {
      await controls.advance(seconds);
      aheadSeconds += seconds;
      await this.synchronise();
    },
    async synchronise(): Promise<void> {
      for (let tries = 0; running.isUp && tries < 200; tries += 1) {
        const answer = await running.call("now", null);
        if (answer.outcome !== "done" || Math.abs(answer.value.getTime() / 1_000 - now()) < 2) return;
        await wait(50);
      }
    },
    async close(): Promise<void> {
      await running.close();
      await localStripe.close();
      await line.close();
      await post.close();
      await mail.close();
      await server.drop(database);
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
export type { Actor };

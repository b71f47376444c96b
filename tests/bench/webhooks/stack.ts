import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/dev/free-port";
import { startMail } from "@/dev/mail/start-mail";
import { startPostgres } from "@/dev/postgres/start-postgres";
import { startProductionServer } from "@/dev/stack/app-server";
import { startChild, type Child } from "@/dev/stack/child";
import { waitForUrl } from "@/dev/stack/wait-for";
import { syncCatalog } from "@/lib/catalog";
import { createContext, type AppContext } from "@/lib/context";
import { applyMigrations } from "@/lib/db/migrate/migrate";
import { loadEnv } from "@/lib/env";

export const webhookSecret = "whsec_bench";
const secretKey = "sk_test_bench";

export interface Bench {
  ctx: AppContext;
  stripeUrl: string;
  appUrl: string;
  secretKey: string;
  /** The production server, with its worker or without. */
  startApp(worker: "in-process" | "off"): Promise<Child>;
  stop(): Promise<void>;
}

async function startStripe(stateDir: string, port: number): Promise<{ url: string; child: Child }> {
  const program = ["--disable-warning=ExperimentalWarning", "--import", "tsx", "dev/stripe/main.ts"];
  const args = [...program, "--port", String(port), "--memory"];
  const child = startChild({ name: "stripe", stateDir, args, env: process.env });
  const url = `http://127.0.0.1:${port}`;
  await waitForUrl(`${url}/_emulator/stats`, child.ended, 30);
  return { url, child };
}

/** PostgreSQL with its durability on, the local Stripe in a process of its own, an inbox; the app is started by rounds. */
export async function openBench(firstPort: number): Promise<Bench> {
  const stateDir = await mkdtemp(join(tmpdir(), "quickscale-bench-"));
  await chmod(stateDir, 0o711); // the server runs as another user when the benchmark runs as root
  const postgres = await startPostgres({
    dataDir: join(stateDir, "pg"),
    port: await freePort(firstPort),
    durable: true,
  });
  await postgres.createDatabase("bench");
  await applyMigrations(postgres.url("bench"));
  const stripe = await startStripe(stateDir, await freePort(firstPort + 10));
  const mail = await startMail({ port: await freePort(firstPort + 20) });
  const port = await freePort(firstPort + 30);
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    APP_URL: `http://localhost:${port}`,
    AUTH_SECRET: "x".repeat(32),
    LOG_LEVEL: "warn",
    DATABASE_URL: postgres.url("bench"),
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: stripe.url,
    CLOCK_URL: `${stripe.url}/_emulator/stats`,
    RESEND_API_KEY: "re_bench",
    RESEND_BASE_URL: mail.url,
    MAIL_FROM: "QuickScale <hello@example.com>",
  } as const;
  const ctx = createContext({ ...loadEnv(env), LOG_LEVEL: "error", CLOCK_URL: undefined });
  await syncCatalog(ctx);
  return {
    ...{ ctx, secretKey, stripeUrl: stripe.url, appUrl: `http://127.0.0.1:${port}` },
    async startApp(worker) {
      const app = startProductionServer({ stateDir, port, env: { ...env, WORKER: worker } });
      await waitForUrl(`http://127.0.0.1:${port}/api/health`, app.ended, 60);
      return app;
    },
    async stop() {
      await ctx.db.close();
      await stripe.child.stop();
      await mail.close();
      await postgres.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

import { openClock } from "@/lib/adapters/clock";
import { createStripeGateway } from "@/lib/adapters/stripe";
import { actingAs, createContext, type AppContext } from "@/lib/context";
import { env } from "@/lib/env";
import type { Mailer } from "@/lib/ports/mailer";
import { DomainError } from "@/lib/shared/errors";
import { runWorker } from "@/lib/worker";
import { startWebhookServer } from "@/tests/setup/webhook-server";
import { calls } from "./calls";
import type { Answer, FromApp, ToApp } from "./messages";

// The app as one process that can be killed at any moment: webhook route, worker with its schedule, and what pages do.

const tell = (message: FromApp) => process.send?.(message);

/** Hands mails over without drawing their attachments, which is not what is in doubt here. */
function mailerTo(url: string): Mailer {
  return {
    async send({ idempotencyKey, to, message }) {
      const body = JSON.stringify({ key: idempotencyKey, to, message });
      const response = await fetch(url, { method: "POST", body });
      if (!response.ok) throw new Error(`The mail stand-in answered ${response.status}.`);
      return { providerId: await response.text() };
    },
  };
}

async function openApp(): Promise<{
  ctx: AppContext;
  webhookUrl: string;
  worker: ReturnType<typeof runWorker>;
}> {
  const settings = env();
  const clock = openClock(settings.CLOCK_URL);
  await clock.ready();
  const ctx: AppContext = {
    ...createContext(settings, { clock }),
    mailer: mailerTo(settings.RESEND_BASE_URL ?? ""),
    payments: createStripeGateway({
      secretKey: settings.STRIPE_SECRET_KEY,
      webhookSecrets: settings.STRIPE_WEBHOOK_SECRET,
      apiBase: settings.STRIPE_API_BASE,
      timeoutMs: Number(process.env.CHAOS_STRIPE_TIMEOUT_MS ?? 3_000),
      callsPerSecond: 1_000,
    }),
  };
  (globalThis as { quickscaleContext?: AppContext }).quickscaleContext = ctx;
  const { url } = await startWebhookServer();
  const worker = runWorker(ctx, { databaseUrl: settings.DATABASE_URL });
  return { ctx, webhookUrl: url, worker };
}

function toAnswer(error: unknown): Answer {
  if (error instanceof DomainError) return { outcome: "refused", code: error.code };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { outcome: "broken", error: text.slice(0, 2_000) };
}

async function answer(ctx: AppContext, message: Extract<ToApp, { kind: "call" }>): Promise<Answer> {
  const { name, actor, input } = message;
  const as = actor
    ? actingAs(ctx, { kind: "user", userId: actor.userId, role: actor.role, sessionId: actor.userId })
    : actingAs(ctx, { kind: "system", name: "chaos" });
  try {
    const call = calls[name] as (as: AppContext, input: unknown) => Promise<unknown>;
    return { outcome: "done", value: await call(as, input) };
  } catch (error) {
    return toAnswer(error);
  }
}

let app: ReturnType<typeof openApp> | null = null;

async function receive(message: ToApp): Promise<void> {
  app ??= openApp();
  const { ctx, webhookUrl, worker } = await app;
  switch (message.kind) {
    case "go":
      tell({ kind: "ready", webhookUrl });
      return;
    case "stop-worker":
      await worker.stop();
      tell({ kind: "worker-stopped" });
      return;
    case "call":
      tell({ kind: "answer", id: message.id, answer: await answer(ctx, message) });
  }
}

process.on("message", (message) => void receive(message as ToApp));
process.on("disconnect", () => process.exit(0));
tell({ kind: "loaded" });

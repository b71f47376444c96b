import { setTimeout as wait } from "node:timers/promises";
import { DomainError } from "@/lib/shared/errors";
import { attemptRun } from "./attempt-run";
import type { ServicesContext } from "./context";
import type { PreparedRun, Service } from "./define-service";
import { InvalidRunKey, QuoteChanged, RunKeyReused, ServiceMisbehaved } from "./errors";
import { toFingerprint } from "./fingerprint";
import { openRun } from "./open-run";
import { settlingMs } from "./policy";
import { findRunByKey } from "./queries";
import { requireSwitchedOn } from "./require-switched-on";
import type { RunRequest } from "./run-request";
import { settleRun } from "./settle-run";
import type { RunView } from "./types";

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const pollMs = 100;

/** The work of `runService`, for a service that is already found. */
export async function executeRun(
  ctx: ServicesContext,
  service: Service,
  request: RunRequest,
): Promise<RunView> {
  if (!uuid.test(request.key)) throw new InvalidRunKey();
  const fingerprint = toFingerprint(request.key.toLowerCase(), service.slug, request.input);
  const earlier = await findOutcome(ctx, service, { ...request, fingerprint });
  if (earlier) return earlier;

  await requireSwitchedOn(ctx.db, service.slug);
  const prepared = service.prepare(request.input);
  const quoteMilli = await askQuote(ctx, service, prepared);
  const { approvedMilli = quoteMilli } = request;
  if (quoteMilli > approvedMilli) throw new QuoteChanged(quoteMilli, approvedMilli);

  const run = await openRun(ctx, service, { ...request, fingerprint, quoteMilli });
  if (!run)
    return (await findOutcome(ctx, service, { ...request, fingerprint })) ?? raise(new RunKeyReused());
  return settleRun(ctx, run, await attemptRun(ctx, { service, prepared, runId: run.id }));
}

/**
 * The outcome of the run that this key already names; waits for one that is still going on.
 * @throws RunKeyReused when the key came with another input
 */
async function findOutcome(
  ctx: ServicesContext,
  service: Service,
  request: RunRequest & { fingerprint: string },
): Promise<RunView | null> {
  const giveUpAt = performance.now() + service.timeoutMs + settlingMs;
  for (;;) {
    const found = await findRunByKey(ctx.db, request, ctx.clock.now());
    if (found && found.fingerprint !== request.fingerprint) throw new RunKeyReused();
    if (found?.run.status !== "running" || performance.now() > giveUpAt) return found?.run ?? null;
    await wait(pollMs);
  }
}

/** The price of an accepted input. What a service throws besides its own problems is a fault of the service. */
export async function askQuote(
  { log }: Pick<ServicesContext, "log">,
  { slug }: Pick<Service, "slug">,
  prepared: PreparedRun,
): Promise<bigint> {
  try {
    return await prepared.quote();
  } catch (cause) {
    if (cause instanceof DomainError && cause.kind === "invalid") throw cause;
    log.error({ err: cause, service: slug }, "a service could not quote");
    throw cause instanceof ServiceMisbehaved ? cause : new ServiceMisbehaved(slug, "quote", cause);
  }
}

function raise(error: Error): never {
  throw error;
}

import { consumeRateLimit, type RateLimit } from "@/lib/rate-limits";
import type { ServicesContext } from "./context";
import { executeRun } from "./execute-run";
import { getActiveService } from "./find-service";
import { services } from "./registry";
import type { RunRequest } from "./run-request";
import type { RunView } from "./types";

/** Keeps one person from keeping all of a server busy. */
const runLimit: RateLimit = { name: "service-run", points: 60, windowSeconds: 60 };

/**
 * Runs a service for somebody: reserves the quoted credits, runs within the service's time, and takes what it
 * really cost, at most the quote. Whatever goes wrong on the way gives the whole reservation back; a crash leaves
 * a reservation that lapses by itself.
 *
 * Idempotent by `key`: a repeated call returns the first run's outcome, waiting for it if it is still going on.
 * A run that failed or timed out is an outcome, not an error.
 *
 * @throws ServiceNotFound, ServiceSwitchedOff, InvalidServiceInput, UnusableInput, InsufficientCredits, QuoteChanged, RunKeyReused,
 * InvalidRunKey, ServiceMisbehaved, TooManyAttempts, QuotaExceeded; nothing is reserved or taken then
 */
export async function runService(
  ctx: ServicesContext,
  { slug, ...request }: RunRequest & { slug: string },
): Promise<RunView> {
  const service = getActiveService(services, slug);
  await consumeRateLimit(ctx.db, runLimit, [request.userId]);
  return executeRun(ctx, service, request);
}

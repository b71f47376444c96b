import type { Logger } from "@/lib/ports/logger";
import type { DomainError, ErrorKind } from "./errors";

const refusals: ReadonlySet<ErrorKind> = new Set(["unauthenticated", "forbidden", "rate_limited"]);

const told = new WeakSet<DomainError>();

/** Where and by whom, as far as it is known; never an address or a secret. */
export interface RefusalFacts {
  ip?: string | null;
  userId?: string;
  [fact: string]: unknown;
}

/** Logs that somebody was not let in: once, however many hands the error goes through on its way out. */
export function logOnce(log: Logger, error: DomainError, facts: RefusalFacts): void {
  if (told.has(error)) return;
  told.add(error);
  log.info({ code: error.code, ...facts }, "refused");
}

/** The same for any expected failure: those that are no refusal are not logged. */
export function logRefusal(log: Logger, error: DomainError, facts: RefusalFacts): void {
  if (refusals.has(error.kind)) logOnce(log, error, facts);
}

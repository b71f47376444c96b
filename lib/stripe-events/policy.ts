import { DomainError } from "@/lib/shared/errors";

/** With the queue's backoff this is about sixteen hours of trying. */
export const maxAttempts = 12;

/** All news of a customer starts what waits for them again at once: tries alone may be used up within minutes. */
const leastAgeMs = 24 * 3_600_000;

interface Tried {
  /** The one that failed just now included. */
  attempts: number;
  /** Since it arrived, or was put back. */
  ageMs: number;
}

const maxErrorLength = 2_000;

/** What only a person can solve is dead at once, so that somebody looks; all else after its tries, and a day at least. */
export function statusAfterFailure(error: unknown, { attempts, ageMs }: Tried): "failed" | "dead" {
  if (error instanceof DomainError && error.code === "customers.unknown") return "dead";
  return attempts < maxAttempts || ageMs < leastAgeMs ? "failed" : "dead";
}

/** An error in the words that an admin will read. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? describe(error) : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return `${text}${cause}`.replaceAll("\u0000", "").slice(0, maxErrorLength);
}

/** The code of an expected failure says more than its class. */
function describe(error: Error): string {
  return error instanceof DomainError ? error.message : `${error.name}: ${error.message}`;
}

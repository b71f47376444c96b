import { DomainError } from "@/lib/shared/errors";

/** Thrown when a limit is used up; says when the next try is possible. */
export class TooManyAttempts extends DomainError {
  constructor(retryAfterSeconds: number) {
    super("rate_limits.exceeded", "rate_limited", { meta: { retryAfterSeconds } });
  }
}

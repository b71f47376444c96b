import { DomainError } from "@/lib/shared/errors";

export class ServiceNotFound extends DomainError {
  constructor(slug: string) {
    super("services.not_found", "not_found", { meta: { slug } });
  }
}

/** `fields` maps a field's name to sentences for people; nothing was reserved or taken. */
export class InvalidServiceInput extends DomainError {
  constructor(fields: Record<string, string[]>) {
    super("services.invalid_input", "invalid", { meta: { fields } });
  }
}

/**
 * Thrown by a service that finds its input unusable once it looks inside. `problem` is a key of the service's
 * `problems`, which hold the words.
 */
export class UnusableInput extends DomainError {
  readonly field: string;
  readonly problem: string;

  constructor(field: string, problem: string) {
    super("services.unusable_input", "invalid", { meta: { field, problem } });
    this.field = field;
    this.problem = problem;
  }
}

/** The price rose above what the person agreed to, for example because another input was sent. */
export class QuoteChanged extends DomainError {
  constructor(quoteMilli: bigint, approvedMilli: bigint) {
    super("services.quote_changed", "conflict", { meta: { quoteMilli, approvedMilli } });
  }
}

/** One run key was used for two different inputs. */
export class RunKeyReused extends DomainError {
  constructor() {
    super("services.run_key_reused", "conflict");
  }
}

export class InvalidRunKey extends DomainError {
  constructor() {
    super("services.invalid_run_key", "invalid");
  }
}

export class RunNotFound extends DomainError {
  constructor() {
    super("services.run_not_found", "not_found");
  }
}

/** The service broke its own contract (a negative quote, an output too large). Ours to repair. */
export class ServiceMisbehaved extends DomainError {
  constructor(slug: string, what: string, cause?: unknown) {
    super("services.misbehaved", "unavailable", { meta: { slug, what }, cause });
  }
}

export class ServiceTimedOut extends DomainError {
  constructor(timeoutMs: number) {
    super("services.timed_out", "unavailable", { meta: { timeoutMs } });
  }
}

/** An admin switched it off: for now, unlike one that is not offered any more. Nothing was reserved or taken. */
export class ServiceSwitchedOff extends DomainError {
  constructor(slug: string) {
    super("services.switched_off", "unavailable", { meta: { slug } });
  }
}

/** To anybody but an admin there is nothing here. */
export class ServicesForbidden extends DomainError {
  constructor() {
    super("services.forbidden", "not_found");
  }
}

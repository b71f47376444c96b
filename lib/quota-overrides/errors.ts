import { DomainError } from "@/lib/shared/errors";

/** In the past, or too far ahead. */
export class OverrideEndRefused extends DomainError {
  constructor() {
    super("quota_overrides.end_refused", "invalid");
  }
}

/** Below zero, or more than a counter can say something of. */
export class OverrideLimitRefused extends DomainError {
  constructor() {
    super("quota_overrides.limit_refused", "invalid");
  }
}

export class OverrideNotFound extends DomainError {
  constructor() {
    super("quota_overrides.not_found", "not_found");
  }
}

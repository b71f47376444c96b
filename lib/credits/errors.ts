import { DomainError } from "@/lib/shared/errors";

/** Too little to spend or hold: nothing was taken. */
export class InsufficientCredits extends DomainError {
  readonly availableMilli: bigint;
  readonly requiredMilli: bigint;
  readonly missingMilli: bigint;

  constructor(availableMilli: bigint, requiredMilli: bigint) {
    const missingMilli = requiredMilli - availableMilli;
    super("credits.insufficient", "conflict", { meta: { availableMilli, requiredMilli, missingMilli } });
    this.availableMilli = availableMilli;
    this.requiredMilli = requiredMilli;
    this.missingMilli = missingMilli;
  }
}

/** The key was used before with other content. */
export class CreditKeyConflict extends DomainError {
  constructor(key: string) {
    super("credits.key_conflict", "conflict", { meta: { key } });
  }
}

/** A value that the ledger refuses before it looks at any account. */
export class InvalidCreditInput extends DomainError {
  constructor(field: string, problem: string) {
    super("credits.invalid_input", "invalid", { meta: { field, problem } });
  }
}

/** The amount would take the account past what 64 bits hold. Nothing was changed. */
export class CreditOverflow extends DomainError {
  constructor() {
    super("credits.overflow", "invalid");
  }
}

/** The hold was settled in another way before: captured, or released. */
export class HoldSettled extends DomainError {
  constructor(status: string) {
    super("credits.hold_settled", "conflict", { meta: { status } });
  }
}

/** The hold lapsed before it was captured; its credits are back on their lots. */
export class HoldExpired extends DomainError {
  constructor() {
    super("credits.hold_expired", "conflict");
  }
}

/** No such user, lot, hold or revocation on this account. */
export class CreditRecordNotFound extends DomainError {
  constructor(record: "user" | "lot" | "hold" | "revocation") {
    super("credits.not_found", "not_found", { meta: { record } });
  }
}

/** More than there is: a capture beyond its hold, a revocation beyond its lot, forgiveness beyond the debt. */
export class CreditLimitExceeded extends DomainError {
  constructor(limit: "hold" | "lot" | "debt") {
    super("credits.limit_exceeded", "invalid", { meta: { limit } });
  }
}

/** The money returned is in another currency than the purchase. */
export class CreditCurrencyMismatch extends DomainError {
  constructor() {
    super("credits.currency_mismatch", "invalid");
  }
}

/** The revocation was given back before, under another key. */
export class AlreadyRestored extends DomainError {
  constructor() {
    super("credits.already_restored", "conflict");
  }
}

import { DomainError } from "@/lib/shared/errors";

/** Only admins and the system compare and repair. */
export class ReconciliationForbidden extends DomainError {
  constructor() {
    super("reconciliation.forbidden", "forbidden");
  }
}

/** The key names no difference that there could be. */
export class UnknownDifference extends DomainError {
  constructor(key: string) {
    super("reconciliation.unknown_difference", "invalid", { meta: { key } });
  }
}

/** One at a time: the other one is named, to be looked at or canceled. */
export class RunInProgress extends DomainError {
  constructor() {
    super("reconciliation.in_progress", "conflict");
  }
}

/** No such run, or no such difference in it; or nothing for who asks. */
export class RunNotFound extends DomainError {
  constructor() {
    super("reconciliation.not_found", "not_found");
  }
}

/** What the range begins and ends with is no range, or longer than a year and a half. */
export class RangeInvalid extends DomainError {
  constructor() {
    super("reconciliation.range_invalid", "invalid");
  }
}

/** A charge cannot be registered like that: nothing was written. */
export class ChargeNotRegistrable extends DomainError {
  constructor(
    reason:
      | ("not_in_stripe" | "already_here" | "person_unknown" | "pack_required")
      | ("checkout_of_another" | "customer_of_another"),
  ) {
    super(`reconciliation.${reason}`, "conflict");
  }
}

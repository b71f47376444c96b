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

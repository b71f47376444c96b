import { DomainError } from "@/lib/shared/errors";

/** To anybody but an admin there is nothing here. */
export class LedgerCheckForbidden extends DomainError {
  constructor() {
    super("ledger_checks.forbidden", "not_found");
  }
}

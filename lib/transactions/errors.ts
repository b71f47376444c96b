import { DomainError } from "@/lib/shared/errors";

/** To anybody but an admin, and for what nobody knows, there is nothing here. */
export class TransactionNotFound extends DomainError {
  constructor() {
    super("transactions.not_found", "not_found");
  }
}

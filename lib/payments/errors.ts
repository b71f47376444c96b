import { DomainError } from "@/lib/shared/errors";

/** No such payment, or somebody else's: the two are not told apart. */
export class PaymentNotFound extends DomainError {
  constructor() {
    super("payments.not_found", "not_found");
  }
}

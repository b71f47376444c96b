import { DomainError } from "@/lib/shared/errors";

export class MemberRequired extends DomainError {
  constructor() {
    super("payment_methods.sign_in_required", "unauthenticated");
  }
}

/** No such payment method, or somebody else's: the two are not told apart. */
export class PaymentMethodNotFound extends DomainError {
  constructor() {
    super("payment_methods.not_found", "not_found");
  }
}

/** A plan that lives has nothing else to be paid with. */
export class LastPaymentMethod extends DomainError {
  constructor() {
    super("payment_methods.last_of_plan", "conflict");
  }
}

/** Another tab changed the list while this one looked at it. */
export class PaymentMethodsChanged extends DomainError {
  constructor() {
    super("payment_methods.changed", "conflict");
  }
}

/** The adding was given up, refused, or is not over yet. */
export class AddingNotFinished extends DomainError {
  constructor() {
    super("payment_methods.not_added", "conflict");
  }
}

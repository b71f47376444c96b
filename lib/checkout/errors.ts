import { DomainError } from "@/lib/shared/errors";

export class BuyerRequired extends DomainError {
  constructor() {
    super("checkout.sign_in_required", "unauthenticated");
  }
}

/** No such checkout, or somebody else's: the two are not told apart. */
export class CheckoutNotFound extends DomainError {
  constructor() {
    super("checkout.not_found", "not_found");
  }
}

/** Stripe could not open a session that sells what was agreed; nothing was charged. */
export class CheckoutNotOpened extends DomainError {
  constructor(meta: Record<string, unknown> = {}) {
    super("checkout.not_opened", "unavailable", { meta });
  }
}

/** A payment that cannot be taken for the purchase of a pack: nothing was written. */
export class PaymentNotRegistrable extends DomainError {
  constructor(reason: "not_paid" | "of_another" | "has_checkout") {
    super(`checkout.${reason}`, "conflict");
  }
}

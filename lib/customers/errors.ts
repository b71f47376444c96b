import { DomainError } from "@/lib/shared/errors";

/** Stripe speaks of a customer that was never a member's: nothing may be lost, so a person must look. */
export class UnknownStripeCustomer extends DomainError {
  constructor(stripeCustomerId: string | null) {
    super("customers.unknown", "not_found", { meta: { stripeCustomerId } });
  }
}

import { DomainError } from "@/lib/shared/errors";

export class WebhookTooLarge extends DomainError {
  constructor() {
    super("stripe_events.too_large", "invalid");
  }
}

/** Only admins and the system look into the inbox. */
export class StripeEventsForbidden extends DomainError {
  constructor() {
    super("stripe_events.forbidden", "forbidden");
  }
}

export class StripeEventNotFound extends DomainError {
  constructor(id: string) {
    super("stripe_events.not_found", "not_found", { meta: { id } });
  }
}

/** Somebody else replayed meanwhile, or more arrived: what was shown is not what would be done. Nothing was done. */
export class ReplayChanged extends DomainError {
  constructor() {
    super("stripe_events.replay_changed", "conflict");
  }
}

import { DomainError } from "@/lib/shared/errors";

export class WebhookTooLarge extends DomainError {
  constructor() {
    super("stripe_events.too_large", "invalid");
  }
}

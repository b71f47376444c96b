import { DomainError, type ErrorKind } from "@/lib/shared/errors";

type Details = { meta?: Record<string, unknown>; cause?: unknown };

/** What a payment gateway may fail with. */
export abstract class PaymentGatewayError extends DomainError {}

/** Not reachable, overloaded or broken; nothing can be said about what it did. Try again with the same key. */
export class PaymentGatewayUnavailable extends PaymentGatewayError {
  constructor(details: Details = {}) {
    super("payments.unavailable", "unavailable", details);
  }
}

/** The key is wrong or lacks a permission: for the operator, not for the customer. */
export class PaymentGatewayMisconfigured extends PaymentGatewayError {
  constructor(details: Details = {}) {
    super("payments.misconfigured", "unavailable", details);
  }
}

/** The provider refuses this request as it is; repeating it changes nothing. */
export class PaymentRequestRefused extends PaymentGatewayError {
  constructor(details: Details & { code?: string; kind?: ErrorKind } = {}) {
    super(details.code ?? "payments.refused", details.kind ?? "invalid", details);
  }
}

/** An object that the request names does not exist there. `meta.param` says which. */
export class PaymentObjectMissing extends PaymentRequestRefused {
  constructor(details: Details = {}) {
    super({ ...details, code: "payments.object_missing", kind: "not_found" });
  }
}

/** The idempotency key was used before with other content. */
export class PaymentKeyReused extends PaymentRequestRefused {
  constructor(details: Details = {}) {
    super({ ...details, code: "payments.key_reused", kind: "conflict" });
  }
}

/** The answer lacks what we depend on. */
export class PaymentAnswerUnexpected extends PaymentGatewayError {
  constructor(details: Details = {}) {
    super("payments.unexpected_answer", "unavailable", details);
  }
}

/** Nobody who knows our secret wrote this body just now. */
export class WebhookRejected extends PaymentGatewayError {
  constructor(details: Details = {}) {
    super("payments.webhook_rejected", "invalid", details);
  }
}

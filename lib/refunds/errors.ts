import { DomainError } from "@/lib/shared/errors";
import type { RefundObstacle } from "./types";

/** Only admins give money back. */
export class RefundForbidden extends DomainError {
  constructor() {
    super("refunds.forbidden", "forbidden");
  }
}

export class PaymentNotFound extends DomainError {
  constructor(meta: Record<string, unknown> = {}) {
    super("refunds.payment_not_found", "not_found", { meta });
  }
}

/** As the payment stands, nothing of it can be refunded. */
export class PaymentNotRefundable extends DomainError {
  constructor(readonly obstacle: RefundObstacle) {
    super(`refunds.${obstacle}`, "conflict");
  }
}

/** Nobody gives themselves money back, nor decides about it. */
export class OwnPayment extends DomainError {
  constructor() {
    super("refunds.own_payment", "forbidden");
  }
}

/** What was confirmed is no longer what would happen; nothing was done. */
export class StaleRefundPreview extends DomainError {
  constructor() {
    super("refunds.stale_preview", "conflict");
  }
}

/** More than one admin may give back alone. */
export class ApprovalRequired extends DomainError {
  constructor() {
    super("refunds.approval_required", "conflict");
  }
}

export class RefundRequestNotFound extends DomainError {
  constructor() {
    super("refunds.request_not_found", "not_found");
  }
}

/** It was approved, declined or withdrawn meanwhile. */
export class RefundRequestDecided extends DomainError {
  constructor(status: string) {
    super("refunds.request_decided", "conflict", { meta: { status } });
  }
}

/** A second admin decides, and only who asked takes it back. */
export class NotYoursToDecide extends DomainError {
  constructor(reason: "own_request" | "not_requester") {
    super(`refunds.${reason}`, "forbidden");
  }
}

/** A request of who is no admin any more is nobody's word: four eyes need two admins. */
export class RequesterNoAdmin extends DomainError {
  constructor() {
    super("refunds.requester_no_admin", "conflict");
  }
}

/** More than is left of the payment: what is refunded or about to be cannot be refunded again. */
export class RefundTooLarge extends DomainError {
  constructor(readonly leftMinor: bigint) {
    super("refunds.too_large", "invalid", { meta: { leftMinor } });
  }
}

/** The amount was meant in another currency than the payment's. */
export class RefundCurrencyDiffers extends DomainError {
  constructor() {
    super("refunds.currency_differs", "invalid");
  }
}

/** The id was used before for a refund of something else. */
export class RefundIdReused extends DomainError {
  constructor() {
    super("refunds.id_reused", "conflict");
  }
}

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

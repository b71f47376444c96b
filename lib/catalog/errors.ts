import { DomainError } from "@/lib/shared/errors";

/** No such item is sold: unknown, withdrawn, or with a problem. */
export class NotForSale extends DomainError {
  constructor(lookupKey: string) {
    super("catalog.not_for_sale", "not_found", { meta: { lookupKey } });
  }
}

/** To anybody but an admin there is nothing here. */
export class CatalogForbidden extends DomainError {
  constructor() {
    super("catalog.forbidden", "not_found");
  }
}

/** Stripe sells other things than the preview told of. Nothing was changed. */
export class CatalogChanged extends DomainError {
  constructor() {
    super("catalog.changed", "conflict");
  }
}

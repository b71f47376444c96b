import { DomainError } from "@/lib/shared/errors";

/** No such item is sold: unknown, withdrawn, or with a problem. */
export class NotForSale extends DomainError {
  constructor(lookupKey: string) {
    super("catalog.not_for_sale", "not_found", { meta: { lookupKey } });
  }
}

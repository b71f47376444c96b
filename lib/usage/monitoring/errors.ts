import { DomainError } from "@/lib/shared/errors";

/** To anybody but an admin there is nothing here. */
export class UsageForbidden extends DomainError {
  constructor() {
    super("usage.forbidden", "not_found");
  }
}

import { DomainError } from "@/lib/shared/errors";

/** To anybody but an admin there is nothing here. */
export class DisputesForbidden extends DomainError {
  constructor() {
    super("disputes.forbidden", "not_found");
  }
}

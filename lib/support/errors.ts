import { DomainError } from "@/lib/shared/errors";

/** To anybody but an admin, and for whom nobody knows, there is nothing here. */
export class PersonNotFound extends DomainError {
  constructor() {
    super("support.person_not_found", "not_found");
  }
}

export class SupportForbidden extends DomainError {
  constructor() {
    super("support.forbidden", "not_found");
  }
}

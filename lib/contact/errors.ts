import { DomainError } from "@/lib/shared/errors";

/** To anybody but an admin there is nothing here. */
export class ContactForbidden extends DomainError {
  constructor() {
    super("contact.forbidden", "not_found");
  }
}

export class MessageNotFound extends DomainError {
  constructor() {
    super("contact.message_not_found", "not_found");
  }
}

/** Somebody answered meanwhile. Nothing was sent. */
export class MessageChanged extends DomainError {
  constructor() {
    super("contact.message_changed", "conflict");
  }
}

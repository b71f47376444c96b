import { DomainError } from "@/lib/shared/errors";

/** The provider does not vouch for the address of the account there. */
export class AddressUnverified extends DomainError {
  constructor() {
    super("linked_accounts.address_unverified", "forbidden");
  }
}

/** The address has an account here, which the provider's account was never linked to by its owner. */
export class AddressTaken extends DomainError {
  constructor() {
    super("linked_accounts.address_taken", "conflict");
  }
}

/** The account at the provider signs somebody else in. */
export class LinkedElsewhere extends DomainError {
  constructor() {
    super("linked_accounts.linked_elsewhere", "conflict");
  }
}

/** The person has another account of that provider linked. */
export class ProviderInUse extends DomainError {
  constructor() {
    super("linked_accounts.provider_in_use", "conflict");
  }
}

/** Without it the person could get in by links in mails alone: who loses the mailbox would lose the account. */
export class LastWayIn extends DomainError {
  constructor() {
    super("linked_accounts.last_way_in", "conflict");
  }
}

export class LinkNotFound extends DomainError {
  constructor() {
    super("linked_accounts.not_found", "not_found");
  }
}

/** Nobody asked for it in this browser and this session, or too long ago. */
export class FlowExpired extends DomainError {
  constructor() {
    super("linked_accounts.flow_expired", "unauthenticated");
  }
}

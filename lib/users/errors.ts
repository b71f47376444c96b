import { DomainError } from "@/lib/shared/errors";
import type { PasswordProblem } from "@/lib/shared/password-strength";

export class InvalidEmail extends DomainError {
  constructor() {
    super("users.email_invalid", "invalid");
  }
}

/** The password may not be chosen; `meta.problem` says why. */
export class PasswordRefused extends DomainError {
  constructor(problem: PasswordProblem) {
    super("users.password_refused", "invalid", { meta: { problem } });
  }
}

/** Wrong password, unknown address and an account without a password: one and the same. */
export class InvalidCredentials extends DomainError {
  constructor() {
    super("users.credentials_invalid", "unauthenticated");
  }
}

/** The password that proves who changes it is wrong, or the account has none. */
export class CurrentPasswordWrong extends DomainError {
  constructor() {
    super("users.current_password_wrong", "invalid");
  }
}

/** Told only to somebody who knew the password. */
export class AccountSuspended extends DomainError {
  constructor() {
    super("users.suspended", "forbidden");
  }
}

/** A link from a mail that is unknown, used, replaced or too old. */
export class LinkInvalid extends DomainError {
  constructor() {
    super("users.link_invalid", "not_found");
  }
}

export class EmailTaken extends DomainError {
  constructor() {
    super("users.email_taken", "conflict");
  }
}

/** The address that somebody wants is the one they have. */
export class EmailUnchanged extends DomainError {
  constructor() {
    super("users.email_unchanged", "invalid");
  }
}

export class UserNotFound extends DomainError {
  constructor() {
    super("users.not_found", "not_found");
  }
}

/** To anybody but an admin there is nothing to act on. */
export class ActorNotAdmin extends DomainError {
  constructor() {
    super("users.actor_not_admin", "not_found");
  }
}

/** Nobody would be left who can give the role back. */
export class LastAdmin extends DomainError {
  constructor() {
    super("users.last_admin", "conflict");
  }
}

/** What proves who an admin is is not changed by another admin: the role goes first. */
export class AdminProtected extends DomainError {
  constructor() {
    super("users.admin_protected", "forbidden");
  }
}

/** Admins do not act on themselves. */
export class OwnAccount extends DomainError {
  constructor() {
    super("users.own_account", "forbidden");
  }
}

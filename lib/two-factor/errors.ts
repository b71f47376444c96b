import { DomainError } from "@/lib/shared/errors";

/** The first proof was right, and a second is owed: /sign-in/two-factor. */
export class SecondStepRequired extends DomainError {
  constructor() {
    super("two_factor.required", "unauthenticated");
  }
}

/** The sign-in that owed a second step is over: used, too old, of another browser, or ended by a change of the account. */
export class SecondStepOver extends DomainError {
  constructor() {
    super("two_factor.step_over", "unauthenticated");
  }
}

/** Neither a code of now nor an unused recovery code. */
export class CodeWrong extends DomainError {
  constructor() {
    super("two_factor.code_wrong", "unauthenticated");
  }
}

/** A right code that was accepted once already. */
export class CodeUsed extends DomainError {
  constructor() {
    super("two_factor.code_used", "unauthenticated");
  }
}

/** The installation has not the key with which the secret was sealed. Recovery codes still work. */
export class SecretUnreadable extends DomainError {
  constructor() {
    super("two_factor.secret_unreadable", "unavailable");
  }
}

/** What was asked for makes sense only while two-factor sign-in is on. */
export class TwoFactorOff extends DomainError {
  constructor() {
    super("two_factor.off", "conflict");
  }
}

/** It is on already: whoever wants another authenticator turns it off first. */
export class TwoFactorOn extends DomainError {
  constructor() {
    super("two_factor.on", "conflict");
  }
}

/** The secret that was to be confirmed is gone or too old. */
export class SetupOver extends DomainError {
  constructor() {
    super("two_factor.setup_over", "conflict");
  }
}

import { DomainError } from "@/lib/shared/errors";
import { maxPasskeys } from "./types";

/** What a device answered is malformed, forged, for another site, or without a look at who holds it. */
export class PasskeyRefused extends DomainError {
  constructor(cause?: unknown) {
    super("passkeys.refused", "unauthenticated", { cause });
  }
}

/** What was signed is unknown, used, too old, for something else, or was asked in another browser. */
export class ChallengeOver extends DomainError {
  constructor() {
    super("passkeys.challenge_over", "unauthenticated");
  }
}

/** No account has it, or none any more. */
export class PasskeyUnknown extends DomainError {
  constructor() {
    super("passkeys.unknown", "unauthenticated");
  }
}

/** It proves that somebody else is here. */
export class PasskeyOfAnother extends DomainError {
  constructor() {
    super("passkeys.of_another", "forbidden");
  }
}

/** Its count of uses went back, or did not move: there may be a copy of it. */
export class PasskeyCopied extends DomainError {
  constructor() {
    super("passkeys.copied", "unauthenticated");
  }
}

export class TooManyPasskeys extends DomainError {
  constructor() {
    super("passkeys.too_many", "conflict", { meta: { limit: maxPasskeys } });
  }
}

/** The device's passkey is in the books already. */
export class PasskeyTaken extends DomainError {
  constructor() {
    super("passkeys.taken", "conflict");
  }
}

/** No such passkey, or somebody else's. */
export class PasskeyNotFound extends DomainError {
  constructor() {
    super("passkeys.not_found", "not_found");
  }
}

/** Without it nobody could sign in but by a mailed link. */
export class LastWayIn extends DomainError {
  constructor() {
    super("passkeys.last_way_in", "conflict");
  }
}

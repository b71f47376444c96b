import { DomainError } from "@/lib/shared/errors";
import { maxApiKeys } from "./types";

/** Keys are made and ended by people on their own page. */
export class ApiKeyOwnerRequired extends DomainError {
  constructor() {
    super("api_keys.owner_required", "unauthenticated");
  }
}

/** No such key, somebody else's, or one that is revoked. */
export class ApiKeyNotFound extends DomainError {
  constructor() {
    super("api_keys.not_found", "not_found");
  }
}

export class TooManyApiKeys extends DomainError {
  constructor() {
    super("api_keys.too_many", "conflict", { meta: { limit: maxApiKeys } });
  }
}

/** An expired key cannot be given a new secret: that would be a way past its end. */
export class ApiKeyExpired extends DomainError {
  constructor() {
    super("api_keys.expired", "conflict");
  }
}

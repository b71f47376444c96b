import { DomainError } from "@/lib/shared/errors";

/** There is no object under this key. */
export class ObjectNotFound extends DomainError {
  constructor(key: string, cause?: unknown) {
    super("storage.not_found", "not_found", { cause });
    this.message = `storage.not_found ${key}`;
  }
}

/** The store does not answer or refuses: trying again later may help. */
export class StorageUnavailable extends DomainError {
  constructor(cause: unknown) {
    super("storage.unavailable", "unavailable", { cause });
  }
}

/** This installation has no storage: neither S3_* nor STORAGE_DIR is set. */
export class StorageOff extends DomainError {
  constructor() {
    super("storage.off", "unavailable");
  }
}

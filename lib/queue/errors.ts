import { DomainError } from "@/lib/shared/errors";

/** To anybody but an admin there is nothing here. */
export class QueueForbidden extends DomainError {
  constructor() {
    super("queue.forbidden", "not_found");
  }
}

/** No job runs by the clock under this name. */
export class NotScheduled extends DomainError {
  constructor(name: string) {
    super("queue.not_scheduled", "not_found", { meta: { name } });
  }
}

/** It was done, tried again or taken up meanwhile. Nothing was changed. */
export class JobChanged extends DomainError {
  constructor() {
    super("queue.job_changed", "conflict");
  }
}

import { DomainError } from "@/lib/shared/errors";

/** There is no such export, it is somebody else's, or its time is over. */
export class DataExportNotFound extends DomainError {
  constructor() {
    super("data_export.not_found", "not_found");
  }
}

/** As many were made today as one can have. */
export class DataExportLimitReached extends DomainError {
  constructor(availableInSeconds: number) {
    super("data_export.limit_reached", "rate_limited", { meta: { availableInSeconds } });
  }
}

import { DomainError } from "@/lib/shared/errors";

/** To anybody but an admin there is nothing here. */
export class AnalyticsForbidden extends DomainError {
  constructor() {
    super("analytics.forbidden", "not_found");
  }
}

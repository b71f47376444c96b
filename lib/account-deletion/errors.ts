import { DomainError } from "@/lib/shared/errors";

/** An account whose plan is charged cannot go: the plan is to end first. */
export class PlanLive extends DomainError {
  constructor() {
    super("account_deletion.plan_live", "conflict");
  }
}

import { DomainError } from "@/lib/shared/errors";

/** Somebody who pays for a plan needs no other. */
export class PlanRuns extends DomainError {
  constructor() {
    super("complimentary_plans.plan_runs", "conflict");
  }
}

/** One at a time: end it, then give another. */
export class AlreadyGiven extends DomainError {
  constructor() {
    super("complimentary_plans.already_given", "conflict");
  }
}

export class UnknownPlan extends DomainError {
  constructor() {
    super("complimentary_plans.unknown_plan", "invalid");
  }
}

/** In the past, or too far ahead. */
export class EndRefused extends DomainError {
  constructor() {
    super("complimentary_plans.end_refused", "invalid");
  }
}

export class GivenPlanNotFound extends DomainError {
  constructor() {
    super("complimentary_plans.not_found", "not_found");
  }
}

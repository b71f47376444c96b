import { DomainError } from "@/lib/shared/errors";

export class MemberRequired extends DomainError {
  constructor() {
    super("subscriptions.sign_in_required", "unauthenticated");
  }
}

/** Only admins act on somebody's plan for them, and not on their own. */
export class PlanForbidden extends DomainError {
  constructor() {
    super("subscriptions.forbidden", "forbidden");
  }
}

/** One plan at a time: a change of plan is the way, not a second subscription. */
export class AlreadySubscribed extends DomainError {
  constructor() {
    super("subscriptions.already_subscribed", "conflict");
  }
}

export class NoPlan extends DomainError {
  constructor() {
    super("subscriptions.no_plan", "not_found");
  }
}

/** The plan is that already, or is in a state in which it cannot be changed like this. */
export class PlanChangeRefused extends DomainError {
  constructor(
    reason:
      | "same_plan"
      | "past_due"
      | "canceling"
      | "paused"
      | "not_planned"
      | "change_planned"
      | "needs_period_end"
      | "not_on_trial"
      | "trial_not_later"
      | "resumes_in_the_past",
  ) {
    super(`subscriptions.${reason}`, "conflict");
  }
}

/** What was confirmed is no longer what would happen; nothing was changed. */
export class StalePreview extends DomainError {
  constructor() {
    super("subscriptions.stale_preview", "conflict");
  }
}

import { DomainError } from "@/lib/shared/errors";

/** There is no such session of this person. */
export class SessionNotFound extends DomainError {
  constructor() {
    super("auth.session_not_found", "not_found");
  }
}

/** The person must prove again who they are: /confirm, then once more. */
export class StepUpRequired extends DomainError {
  constructor() {
    super("auth.step_up_required", "forbidden");
  }
}

/** Nobody looks as this person: an admin, somebody deleted, or nobody at all. */
export class NotViewable extends DomainError {
  constructor() {
    super("auth.not_viewable", "not_found");
  }
}

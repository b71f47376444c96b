import { DomainError } from "@/lib/shared/errors";

/** The person must prove again who they are: /confirm, then once more. */
export class StepUpRequired extends DomainError {
  constructor() {
    super("auth.step_up_required", "forbidden");
  }
}

import { DomainError } from "@/lib/shared/errors";

export interface MailProblem {
  /** The provider's name of the error and its words for it. */
  name: string;
  message: string;
}

const reason = ({ name, message }: MailProblem, cause?: unknown) => ({
  meta: { reason: `${name}: ${message}` },
  cause,
});

/** The provider will never accept this mail: trying again is useless. */
export class MailRefused extends DomainError {
  constructor(problem: MailProblem) {
    super("mail.refused", "invalid", reason(problem));
  }
}

/** The provider did not take this mail; it may another time. */
export class MailNotTaken extends DomainError {
  constructor(problem: MailProblem, cause?: unknown) {
    super("mail.not_taken", "unavailable", reason(problem, cause));
  }
}

/** No answer, or none that says whether the provider took this mail. */
export class MailOutcomeUnknown extends DomainError {
  constructor(problem: MailProblem) {
    super("mail.outcome_unknown", "unavailable", reason(problem));
  }
}

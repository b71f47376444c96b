import { DomainError } from "@/lib/shared/errors";

/** Not a link of ours, or of an account or a kind of mail that is no more. Which of them is not told. */
export class UnsubscribeLinkInvalid extends DomainError {
  constructor() {
    super("notification_preferences.link_invalid", "not_found");
  }
}

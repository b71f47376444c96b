import type { AppContext } from "@/lib/context";
import { inBatches } from "@/lib/shared/in-batches";
import { emptyEmailsOlderThan } from "./repository";

const keptDays = 90;

/**
 * Takes recipient, text and error out of mails that are 90 days old and wait for nothing. That there was a mail, of which
 * kind and when, stays with its key, so that it is never sent again. Idempotent.
 * @returns how many
 */
export function forgetSentEmails({ db }: Pick<AppContext, "db">): Promise<number> {
  return inBatches((limit) => emptyEmailsOlderThan(db, keptDays, limit));
}

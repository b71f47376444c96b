import type { AppContext } from "@/lib/context";
import { inBatches } from "@/lib/shared/in-batches";
import { emptyEventsOfDeletedPeople } from "./repository";

/**
 * Takes what Stripe wrote, with addresses and names in it, out of the events of people whose account was deleted, also those
 * that came in afterwards. That there was an event, of what, and what became of it stays; replayed it is ignored. One
 * that could not be applied is left to whoever looks into it. Idempotent.
 * @returns how many
 */
export function forgetDeletedPeople({ db }: Pick<AppContext, "db">): Promise<number> {
  return inBatches((limit) => emptyEventsOfDeletedPeople(db, limit));
}

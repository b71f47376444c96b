import { type Db } from "@/lib/db";
import { type Clock } from "@/lib/ports/clock";

/**
 * What every use case of the ledger takes first. `db` may be an open transaction: the change then stands or
 * falls with it.
 */
export interface CreditsContext {
  readonly db: Db;
  readonly clock: Clock;
}

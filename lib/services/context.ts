import type { Database } from "@/lib/db";
import type { Clock } from "@/lib/ports/clock";
import type { Logger } from "@/lib/ports/logger";

/** What the use cases of services take first. */
export interface ServicesContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

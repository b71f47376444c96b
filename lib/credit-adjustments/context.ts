import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";

/** Credits follow the clock of money, the record of what was done that of the machine. */
export type AdjustmentContext = Pick<AppContext, "db" | "actor" | "clock" | "systemClock">;

/** What comes with every confirmed change. */
export interface Confirmation {
  /** A UUID made with the form: the same form sent twice is one change. */
  id: string;
  userId: string;
  /** Of the preview that is confirmed. */
  token: string;
  /** For admins. */
  reason: string;
  origin: AuditedAct["origin"];
}

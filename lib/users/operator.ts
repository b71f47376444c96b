import type { AppContext } from "@/lib/context";
import type { EventOrigin } from "@/lib/security-log";

/** What acts with power over others need: the actor is written down with them. */
export type OperatorContext = Pick<AppContext, "db" | "systemClock" | "actor">;

/** Why, and where it was asked from: null for the command line. */
export interface OperatorsWord {
  reason?: string | null;
  origin?: EventOrigin | null;
}

/** Of whom the owner reads in place of a device. */
export const bySupport = { detail: "our support", origin: { ip: null, userAgent: null } } as const;

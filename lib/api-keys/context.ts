import type { AppContext } from "@/lib/context";
import type { EventOrigin } from "@/lib/security-log";

export type ApiKeysContext = Pick<AppContext, "db" | "systemClock" | "actor">;

/** Where the owner asked from, for their security log. */
export interface Asked {
  origin: EventOrigin;
}

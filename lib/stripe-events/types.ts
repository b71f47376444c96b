import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import type { GatewayEvent } from "@/lib/ports/payment-gateway";

export type EventContext = Pick<AppContext, "db" | "payments" | "clock" | "log" | "appUrl">;

interface EventOutcome {
  status: "processed" | "ignored";
  /** Why it was ignored, for the admin who reads the inbox. */
  note?: string;
}

/** Fetches what it needs, writes nothing, and returns the writing half for one transaction. */
export type EventHandler = (
  ctx: EventContext,
  event: GatewayEvent,
) => Promise<(tx: Db) => Promise<EventOutcome>>;

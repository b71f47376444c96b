import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import type { GatewayEvent } from "@/lib/ports/payment-gateway";

export type EventContext = Pick<AppContext, "db" | "payments" | "clock" | "log" | "appUrl">;

/** What there is to make equal to Stripe, in the order in which it is written: what others refer to comes first. */
export const targetKinds = [
  "catalog",
  "customer",
  "subscriptions",
  "checkout",
  "invoice",
  "payment",
  "refund",
  "dispute",
  "fraud_warning",
] as const;
export type TargetKind = (typeof targetKinds)[number];

export interface Target {
  kind: TargetKind;
  /** Stripe's id of the object; of the customer for `subscriptions`. */
  id: string;
}

/** Names what an event makes worth reading again. An event is news and not truth: it writes nothing itself. */
export type EventHandler = (event: GatewayEvent) => readonly Target[];

export interface EventOutcome {
  status: "processed" | "ignored";
  /** Why it was ignored, for the admin who reads the inbox. */
  note?: string;
}

/** The writing half of a convergence: everything was fetched, all that is left is the caller's transaction. */
export type Write = (tx: Db) => Promise<EventOutcome>;

/** Reads a target from Stripe, writes nothing, and returns the writing half. `events` are those that named it. */
export type Converger = (ctx: EventContext, id: string, events: readonly GatewayEvent[]) => Promise<Write>;

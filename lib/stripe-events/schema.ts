export const eventStatuses = ["pending", "processed", "ignored", "failed", "dead"] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** Which events of the inbox; what is left out does not narrow. */
export interface EventFilter {
  ids?: readonly string[] | undefined;
  statuses?: readonly EventStatus[] | undefined;
  types?: readonly string[] | undefined;
  stripeCustomerId?: string | undefined;
  /** Received at this instant or later. */
  since?: Date | undefined;
  /** Received before this instant. */
  until?: Date | undefined;
}

/** An event of the inbox, without what Stripe wrote in it. */
export interface ListedEvent {
  id: string;
  type: string;
  status: EventStatus;
  /** Tries since it arrived or was last replayed. */
  attempts: number;
  error: string | null;
  note: string | null;
  objectId: string | null;
  stripeCustomerId: string | null;
  source: "webhook" | "sweep";
  occurredAt: Date;
  receivedAt: Date;
  processedAt: Date | null;
  replayedAt: Date | null;
  /** Who: a user's id, or the part of the system. */
  replayedBy: string | null;
}

/** A page of the inbox, newest first. */
export interface EventPage {
  events: ListedEvent[];
  /** For `before`, to read on; null at the end. */
  older: string | null;
}

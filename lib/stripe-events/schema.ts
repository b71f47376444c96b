export const eventStatuses = ["pending", "processed", "ignored", "failed", "dead"] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** Which events of the inbox; what is left out does not narrow. */
export interface EventFilter {
  ids?: readonly string[] | undefined;
  statuses?: readonly EventStatus[] | undefined;
  types?: readonly string[] | undefined;
  stripeCustomerId?: string | undefined;
  /** What the event is about. */
  objectId?: string | undefined;
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
  /** For `after`, to go back; null at the top. */
  newer: string | null;
}

/** An event with what Stripe wrote in it. */
export interface EventDetail extends ListedEvent {
  apiVersion: string | null;
  payload: unknown;
  /** Whose customer it names, where that is somebody here. */
  userId: string | null;
  userEmail: string | null;
  /** The admin who replayed it last, by the address of now. */
  replayedByEmail: string | null;
}

export const replaySizes = [50, 200, 500] as const;

/** What replaying dead events of a filter would do. */
export interface ReplayPreview {
  /** How many there are, up to `countedUpTo`. */
  dead: number;
  countedUpTo: number;
  /** How many of them go back now: the oldest. */
  batch: number;
  /** How many of each type, the most first. */
  types: { type: string; events: number }[];
  /** For the effect: the last of the batch, and null for none. */
  upTo: string | null;
  /** When the first and the last of the batch were received. */
  range: { from: Date; to: Date } | null;
}

import "server-only";

export { StripeEventNotFound, StripeEventsForbidden, WebhookTooLarge } from "./errors";
export { handledEventTypes } from "./handler-registry";
export { listEvents } from "./list-events";
export type { EventFilter, EventPage, ListedEvent } from "./schema";
export { prepareTargets } from "./prepare-targets";
export { processCustomerEvents, processStripeEvent } from "./process-event";
export { receiveWebhook } from "./receive-webhook";
export { replayEvent, replayEvents } from "./replay-events";
export { requeueStuckEvents, storeEvents } from "./repository";
export type { EventContext, Target } from "./types";

import "server-only";

export { WebhookTooLarge } from "./errors";
export { forgetDeletedPeople } from "./forget-deleted-people";
export { handledEventTypes } from "./handler-registry";
export { listEvents } from "./list-events";
export { prepareTargets } from "./prepare-targets";
export { processCustomerEvents, processStripeEvent } from "./process-event";
export { receiveWebhook } from "./receive-webhook";
export { replayEvent, replayEvents } from "./replay-events";
export { requeueStuckEvents, storeEvents } from "./repository";
export type { Target } from "./types";

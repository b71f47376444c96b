import "server-only";

export { WebhookTooLarge } from "./errors";
export { forgetDeletedPeople } from "./forget-deleted-people";
export { handledEventTypes } from "./handler-registry";
export { listEvents } from "./list-events";
export { prepareTargets } from "./prepare-targets";
export { processCustomerEvents, processStripeEvent } from "./process-event";
export { receiveWebhook } from "./receive-webhook";
export { previewReplay, replayDeadEvents } from "./replay-dead-events";
export { replayEvent, replayEvents } from "./replay-events";
export { replayOneEvent } from "./replay-one-event";
export { requeueStuckEvents, storeEvents } from "./repository";
export { viewEvent } from "./view-event";
export type { Target } from "./types";

import "server-only";

export { WebhookTooLarge } from "./errors";
export { handledEventTypes } from "./handler-registry";
export { processCustomerEvents, processStripeEvent } from "./process-event";
export { receiveWebhook } from "./receive-webhook";
export { requeueStuckEvents, storeEvents } from "./repository";

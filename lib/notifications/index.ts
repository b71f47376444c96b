import "server-only";

export { queueEmail, type QueuedEmail } from "./queue-email";
export { sendQueuedEmail } from "./send-queued-email";

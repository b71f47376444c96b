import "server-only";

export { queueEmail } from "./queue-email";
export { sendQueuedEmail } from "./send-queued-email";

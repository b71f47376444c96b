import "server-only";

export { forgetSentEmails } from "./forget-sent-emails";
export { queueEmail } from "./queue-email";
export { requeueStuckEmails } from "./requeue-stuck-emails";
export { sendQueuedEmail } from "./send-queued-email";
export type { QueuedEmail } from "./types";

import "server-only";

export { queueEmail, type QueuedEmail } from "./queue-email";

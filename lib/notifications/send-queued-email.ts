import type { JobPayloads } from "@/lib/jobs";
import type { Logger } from "@/lib/ports/logger";
import type { Mailer } from "@/lib/ports/mailer";
import { DomainError } from "@/lib/shared/errors";

/**
 * Handles the job "send-email". Safe to repeat: the provider knows the mail by its key. A mail that the provider
 * will never accept is logged and given up; any other failure is thrown, so that the queue tries again later.
 */
export async function sendQueuedEmail(
  { mailer, log }: { mailer: Mailer; log: Logger },
  { to, message, key }: JobPayloads["send-email"],
): Promise<void> {
  try {
    await mailer.send({ to, message, idempotencyKey: key });
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== "invalid") throw error;
    log.error({ err: error, template: message.template, key }, "a mail was refused for good");
  }
}

import type { MailDelivery, Mailer } from "@/lib/ports/mailer";

export interface RecordingMailer extends Mailer {
  readonly sent: MailDelivery[];
}

/** Accepts every mail, and knows a repeated key as the provider does. */
export function recordingMailer(): RecordingMailer {
  const sent: MailDelivery[] = [];
  return {
    sent,
    send(delivery) {
      if (!sent.some(({ idempotencyKey }) => idempotencyKey === delivery.idempotencyKey)) sent.push(delivery);
      return Promise.resolve();
    },
  };
}

import type { MailDelivery, Mailer } from "@/lib/ports/mailer";

export interface RecordingMailer extends Mailer {
  /** What arrived: one mail per key. */
  readonly sent: MailDelivery[];
  /** What was handed over, repetitions included. */
  readonly handedOver: MailDelivery[];
}

/** Accepts every mail, and knows a repeated key as the provider does. */
export function recordingMailer(): RecordingMailer {
  const sent: MailDelivery[] = [];
  const handedOver: MailDelivery[] = [];
  return {
    sent,
    handedOver,
    send(delivery) {
      handedOver.push(delivery);
      if (!sent.some(({ idempotencyKey }) => idempotencyKey === delivery.idempotencyKey)) sent.push(delivery);
      return Promise.resolve({ providerId: `mail_${delivery.idempotencyKey}` });
    },
  };
}

import { randomUUID } from "node:crypto";
import { z } from "zod";

const sentSchema = z.object({
  attachments: z
    .array(z.object({ filename: z.string(), content: z.string(), content_type: z.string().optional() }))
    .default([]),
});

interface Attachment {
  id: string;
  filename: string;
  contentType: string;
  bytes: Buffer;
}

/** What was attached to mails, by the mail's id; in memory, as the mails themselves. */
export class Attachments {
  readonly #byEmail = new Map<string, Attachment[]>();

  /** Keeps what came with a mail. A repetition under the same idempotency key names the same mail: it adds nothing. */
  keep(emailId: string, requestBody: unknown): void {
    if (this.#byEmail.has(emailId)) return;
    const sent = sentSchema.safeParse(requestBody);
    const attachments = sent.success ? sent.data.attachments : [];
    this.#byEmail.set(
      emailId,
      attachments.map(({ filename, content, content_type }) => ({
        id: randomUUID(),
        filename,
        contentType: content_type ?? "application/octet-stream",
        bytes: Buffer.from(content, "base64"),
      })),
    );
  }

  listOf(emailId: string): readonly Attachment[] {
    return this.#byEmail.get(emailId) ?? [];
  }

  /** As Resend's API shows them: https://resend.com/docs/api-reference/emails/list-email-attachments */
  toResend(emailId: string, url: string) {
    return this.listOf(emailId).map(({ id, filename, contentType, bytes }) => ({
      id,
      filename,
      size: bytes.byteLength,
      content_type: contentType,
      content_disposition: "attachment",
      download_url: `${url}/emails/${emailId}/attachments/${id}/download`,
      expires_at: "2099-01-01T00:00:00.000Z",
    }));
  }
}

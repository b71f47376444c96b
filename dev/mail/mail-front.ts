import { z } from "zod";
import { forwardTo, type Front, type FrontAnswer, type FrontRequest } from "../serve-front";
import { Attachments } from "./attachments";

const sentSchema = z.object({ id: z.string() });

const json = (value: unknown): FrontAnswer => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: Buffer.from(JSON.stringify(value)),
});

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}

/** Stands before the emulator, which forgets what is attached to a mail: keeps it, lists it, and shows it in the inbox. */
export class MailFront implements Front {
  readonly #attachments = new Attachments();

  constructor(
    private readonly emulatorUrl: string,
    private readonly ownUrl: string,
  ) {}

  async answer(request: FrontRequest): Promise<FrontAnswer> {
    const own = this.#answerAttachments(request);
    if (own) return own;
    const answer = await forwardTo(this.emulatorUrl, request);
    if (request.method === "POST" && request.path === "/emails") this.#keep(request, answer);
    const shown = /^\/inbox\/([\w-]+)$/.exec(request.path)?.[1];
    return shown ? this.#showIn(answer, shown) : answer;
  }

  #keep(request: FrontRequest, answer: FrontAnswer): void {
    const sent = sentSchema.safeParse(parse(answer.body));
    if (answer.status === 200 && sent.success) this.#attachments.keep(sent.data.id, parse(request.body));
  }

  #answerAttachments({ method, path }: FrontRequest): FrontAnswer | null {
    const [, emailId, id, download] =
      /^\/emails\/([\w-]+)\/attachments(?:\/([\w-]+)(\/download)?)?$/.exec(path) ?? [];
    if (method !== "GET" || !emailId) return null;
    const listed = this.#attachments.toResend(emailId, this.ownUrl);
    if (!id) return json({ object: "list", has_more: false, data: listed });
    const index = listed.findIndex((attachment) => attachment.id === id);
    const file = this.#attachments.listOf(emailId)[index];
    if (!file) return { status: 404, headers: {}, body: Buffer.from("no such attachment") };
    if (!download) return json({ object: "attachment", ...listed[index] });
    const disposition = `attachment; filename="${file.filename.replace(/[^\w.-]/g, "_")}"`;
    return {
      status: 200,
      headers: { "content-type": file.contentType, "content-disposition": disposition },
      body: file.bytes,
    };
  }

  #showIn(answer: FrontAnswer, emailId: string): FrontAnswer {
    const links = this.#attachments
      .toResend(emailId, this.ownUrl)
      .map(
        ({ filename, download_url }) => `<a class="app-link" href="${download_url}">${escape(filename)}</a>`,
      );
    if (links.length === 0) return answer;
    const heading = '<div class="section-heading">Preview</div>';
    const page = answer.body.toString();
    const shown = page.replace(
      heading,
      `<div class="section-heading">Attached</div>${links.join("")}${heading}`,
    );
    return { ...answer, body: Buffer.from(shown) };
  }
}

import { render, toPlainText } from "react-email";
import { registry } from "./registry";
import type { EmailFooter, EmailMessage, EmailProps, EmailTemplate } from "./types";

export interface RenderedEmail {
  subject: string;
  html: string;
  text: string;
}

/** Headings as they are written, in capitals they shout; figures lined up beside their labels. */
const plainText: Parameters<typeof toPlainText>[1] = {
  selectors: [
    { selector: "h1", options: { uppercase: false } },
    { selector: "table.mail-facts", format: "dataTable", options: { uppercaseHeaderCells: false } },
  ],
};

async function renderTemplate<T extends EmailTemplate>(
  template: T,
  { props, footer }: { props: EmailProps[T]; footer: EmailFooter | undefined },
): Promise<RenderedEmail> {
  const { subject, body } = registry[template];
  const html = await render(body(props, footer));
  return { subject: subject(props), html, text: toPlainText(html, plainText) };
}

/**
 * Turns a message into what a provider sends, with how to switch it off where it can be. The same message always
 * renders to the same bytes.
 */
export function renderEmail({ template, props }: EmailMessage, footer?: EmailFooter): Promise<RenderedEmail> {
  return renderTemplate(template, { props, footer });
}

import type { MailUnsubscribe } from "@/lib/ports/mailer";

/**
 * Lets a mail program show a button of its own. https://www.rfc-editor.org/rfc/rfc2369#section-3.2
 * https://www.rfc-editor.org/rfc/rfc8058
 */
export function unsubscribeHeaders(
  { oneClickUrl, token }: MailUnsubscribe,
  address?: string,
): Record<string, string> {
  const byMail = address ? [`<mailto:${address}?subject=${encodeURIComponent(token)}>`] : [];
  return {
    "List-Unsubscribe": [`<${oneClickUrl}>`, ...byMail].join(", "),
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

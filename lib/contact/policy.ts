/** Without what PostgreSQL cannot hold and what can break a mail's lines; lines end as on Unix. */
export function toText(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

/** On one line, for names and subjects. */
export function toLine(typed: string): string {
  return toText(typed).replaceAll(/\s+/g, " ");
}

/** What stands in the subject of a mail, where long ones are cut anyway. */
export function shorten(text: string, longest: number): string {
  const letters = Array.from(text);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : text;
}

/** Where mail to an address arrives: what stands after a plus is the owner's own sorting, and no other mailbox. */
export function mailboxOf(email: string): string {
  return email.replace(/\+[^@]*@/, "@");
}

export const contactStatuses = ["open", "answered", "closed"] as const;
export type ContactStatus = (typeof contactStatuses)[number];

/** Longest texts, in UTF-16 units. */
export const contactLimits = { name: 100, email: 320, subject: 150, body: 5_000 } as const;

/** A message as the list shows it. */
export interface ListedMessage {
  id: string;
  status: ContactStatus;
  name: string;
  email: string;
  subject: string;
  /** Its beginning. */
  excerpt: string;
  createdAt: Date;
}

export interface MessagePage {
  messages: ListedMessage[];
  older: string | null;
  newer: string | null;
}

interface ContactAnswer {
  id: string;
  body: string;
  /** The admin, by the address of now. */
  author: string;
  createdAt: Date;
}

export interface MessageDetail extends Omit<ListedMessage, "excerpt"> {
  body: string;
  /** Who was signed in while writing; the address alone proves nobody. */
  userId: string | null;
  closedAt: Date | null;
  /** Oldest first. */
  answers: ContactAnswer[];
}

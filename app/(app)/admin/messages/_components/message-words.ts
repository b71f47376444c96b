import type { FailureWords } from "@/app/(app)/admin/_components/act-failure";
import type { ContactStatus } from "@/lib/contact/types";

/** How each state of a message is called and coloured. */
export const messageStates = {
  open: { tone: "warning", label: "Open" },
  answered: { tone: "positive", label: "Answered" },
  closed: { tone: "neutral", label: "Closed" },
} as const satisfies Record<ContactStatus, { tone: string; label: string }>;

export const messageFailures: FailureWords = {
  "contact.message_changed": {
    title: "Another admin answered meanwhile.",
    detail: "Nothing was sent, and what you wrote stays here. Reload the page to see their answer first.",
  },
  "contact.message_not_found": { title: "This message is not here any more." },
};

export const messageNotices = {
  answered: { title: "Your answer is on its way.", text: "It is mailed within seconds." },
  closed: { title: "The message is closed." },
};

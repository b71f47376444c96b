import type { Purchase } from "@/lib/checkout";

interface OutcomeWords {
  tone: "positive" | "info" | "warning" | "danger";
  title: string;
  text: string;
}

const words: Readonly<Record<Purchase["status"], OutcomeWords>> = {
  completed: {
    tone: "positive",
    title: "Thank you, your plan has begun",
    text: "Its credits are spent before all others. The receipt is on its way to your mailbox.",
  },
  processing: {
    tone: "info",
    title: "Your payment is on its way",
    text: "Some ways of paying take a few days. The plan begins by itself when the money arrives, and we write to you.",
  },
  open: {
    tone: "info",
    title: "We have not heard of this payment yet",
    text: "If you paid, your plan begins by itself within minutes, once. If you did not, you were not charged.",
  },
  failed: {
    tone: "danger",
    title: "The payment did not go through",
    text: "You were not charged, and no plan began. You can try again.",
  },
  expired: {
    tone: "info",
    title: "This checkout has expired",
    text: "You were not charged. Start again whenever you like.",
  },
};

/** It was paid for, and the member has another plan or none. */
const another: OutcomeWords = {
  tone: "info",
  title: "This is not your plan now",
  text: "It was paid for. If you have changed or canceled it since then, all is well. If you had a plan already, this payment goes back to you by itself.",
};

/** What to tell a member about a plan they bought; `hasIt` when it is what they have now. */
export function toOutcomeWords({ status }: Pick<Purchase, "status">, hasIt: boolean): OutcomeWords {
  return status === "completed" && !hasIt ? another : words[status];
}

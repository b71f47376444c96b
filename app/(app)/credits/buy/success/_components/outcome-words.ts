import type { Purchase } from "@/lib/checkout";

export interface OutcomeWords {
  tone: "positive" | "info" | "warning" | "danger";
  title: string;
  text: string;
}

const underReview: OutcomeWords = {
  tone: "warning",
  title: "We are looking at this payment",
  text: "The payment does not match the pack that was ordered, so no credits were added yet. Nothing is lost: we compare the two and write to you.",
};

const words: Readonly<Record<Purchase["status"], OutcomeWords>> = {
  completed: {
    tone: "positive",
    title: "Thank you, your credits are here",
    text: "They never expire. A receipt is on its way to your mailbox.",
  },
  processing: {
    tone: "info",
    title: "Your payment is on its way",
    text: "Some ways of paying take a few days. The credits are added by themselves when the money arrives, and we send you a receipt.",
  },
  open: {
    tone: "info",
    title: "We have not heard of this payment yet",
    text: "If you paid, the credits are added by themselves within minutes, once. If you did not, you were not charged.",
  },
  failed: {
    tone: "danger",
    title: "The payment did not go through",
    text: "You were not charged, and no credits were added. You can try again.",
  },
  expired: {
    tone: "info",
    title: "This checkout has expired",
    text: "You were not charged. Start again whenever you like.",
  },
};

/** What to tell a buyer about their purchase. */
export function toOutcomeWords(purchase: Pick<Purchase, "status" | "underReview">): OutcomeWords {
  return purchase.underReview ? underReview : words[purchase.status];
}

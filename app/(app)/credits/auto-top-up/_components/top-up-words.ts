import type { TopUp, TopUpStop } from "@/lib/auto-top-up/types";

interface StopWords {
  title: string;
  text: string;
  /** Where it can be mended. */
  action: { label: string; href: "/billing" | "/credits/buy" } | null;
}

const billing = { label: "Choose another card", href: "/billing" } as const;

/** Why it switched itself off, and what to do about it. */
export const stopWords: Readonly<Record<TopUpStop, StopWords>> = {
  declined: {
    title: "Your card was declined, so auto top-up is off.",
    text: "You were not charged, and nothing is tried again. Choose another card, then switch it on again.",
    action: billing,
  },
  needs_authentication: {
    title: "Your bank wants you to confirm, so auto top-up is off.",
    text: "You were not charged. Buy a pack yourself: your bank asks you on the way. With a card whose bank does not ask each time, switch it on again.",
    action: { label: "Buy credits", href: "/credits/buy" },
  },
  no_card: {
    title: "There was no saved card to charge, so auto top-up is off.",
    text: "You were not charged. Add a card, then switch it on again.",
    action: { label: "Add a card", href: "/billing" },
  },
  price_changed: {
    title: "The price of your pack changed, so auto top-up is off.",
    text: "You were not charged. Look at the price below; if it suits you, switch it on again.",
    action: null,
  },
  not_for_sale: {
    title: "Your pack is no longer sold, so auto top-up is off.",
    text: "You were not charged. Choose another pack below and switch it on again.",
    action: null,
  },
  payment_returned: {
    title: "A payment of yours was refunded or disputed, so auto top-up is off.",
    text: "You were not charged again. If you want credits to be bought by themselves, switch it on again.",
    action: null,
  },
};

type Tone = "positive" | "warning" | "danger" | "neutral";

/** How a purchase ended. */
export function toStatusWords({ status, failureCode }: Pick<TopUp, "status" | "failureCode">): {
  label: string;
  tone: Tone;
} {
  switch (status) {
    case "pending":
      return { label: "On its way", tone: "neutral" };
    case "succeeded":
      return failureCode
        ? { label: "Being looked at", tone: "warning" }
        : { label: "Paid", tone: "positive" };
    case "needs_authentication":
      return { label: "Not confirmed", tone: "warning" };
    case "failed":
      return failureCode === "not_sent"
        ? { label: "Not bought", tone: "neutral" }
        : { label: "Declined", tone: "danger" };
  }
}

/** What a cap means: "3 packs a month at most". */
export function toCapWords(purchases: bigint): string {
  if (purchases < 1n) return "Too little for one pack.";
  return purchases === 1n ? "One pack a month at most." : `${purchases} packs a month at most.`;
}

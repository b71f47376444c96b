import { formatCredits } from "@/lib/shared/format";
import type { RefundStory } from "@/lib/refunds/types";

type Tone = "neutral" | "accent" | "positive" | "warning" | "danger";

interface StateWords {
  tone: Tone;
  label: string;
  text: string;
}

/** Where a refund stands, and what comes next. */
export function toRefundState({ status, stripeRefundId, failureReason }: RefundStory): StateWords {
  const why = failureReason ? ` (${failureReason.replaceAll("_", " ")})` : "";
  if (stripeRefundId === null) {
    return status === "pending"
      ? {
          tone: "accent",
          label: "Asked for",
          text: "Stripe has not answered yet; it is asked again by itself. Credits go when it has.",
        }
      : { tone: "danger", label: "Refused", text: `Stripe refused it${why}. No money and no credits moved.` };
  }
  switch (status) {
    case "succeeded":
      return { tone: "positive", label: "Refunded", text: "Sent back. Banks show it in five to ten days." };
    case "pending":
      return { tone: "accent", label: "On its way", text: "Stripe took it on; the bank has not answered." };
    case "requires_action":
      return { tone: "warning", label: "Waits for the member", text: "Stripe asks them for their account." };
    case "failed":
      return { tone: "danger", label: "Failed", text: `The bank sent it back${why}: it is still owed.` };
    case "canceled":
      return { tone: "neutral", label: "Canceled", text: "It was canceled before it went." };
  }
}

/** What became of the credits. */
export function toCreditState(story: RefundStory): string {
  const { credits, clawedMilli, debtMilli, restoredAt, status } = story;
  if (credits === "keep") return "The member keeps the credits.";
  if (restoredAt) return `${formatCredits(clawedMilli)} credits were taken back and have come back.`;
  if (status === "failed" || status === "canceled") return "No credits were taken.";
  if (clawedMilli === 0n) return "No credits were taken yet.";
  const owed = debtMilli > 0n ? `, ${formatCredits(debtMilli)} of them as debt` : "";
  return `${formatCredits(clawedMilli)} credits taken back${owed}.`;
}

const mailStates: Readonly<Record<string, string>> = {
  pending: "on its way",
  sent: "sent",
  failed: "could not be sent",
  unwanted: "switched off",
};

/** Whether the member was told. */
export function toMailState({ mail, status }: RefundStory): string {
  if (!mail)
    return status === "failed" ? "Nobody was mailed." : "The member is mailed when Stripe took it on.";
  const what = mail.template === "refund-failed" ? "that it failed" : "of it";
  return `Mail ${what}: ${mailStates[mail.status] ?? mail.status}.`;
}

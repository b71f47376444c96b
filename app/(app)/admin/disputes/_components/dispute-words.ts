import { formatCredits } from "@/lib/shared/format";
import type { DisputeCredits, DisputeStatus } from "@/lib/disputes/types";

/** How each state of a dispute is called and coloured. */
export const disputeStates = {
  warning_needs_response: { tone: "warning", label: "Inquiry: answer" },
  warning_under_review: { tone: "accent", label: "Inquiry: under review" },
  warning_closed: { tone: "neutral", label: "Inquiry closed" },
  needs_response: { tone: "warning", label: "Answer" },
  under_review: { tone: "accent", label: "Under review" },
  appeal_needs_response: { tone: "warning", label: "Appeal: answer" },
  appeal_under_review: { tone: "accent", label: "Appeal under review" },
  won: { tone: "positive", label: "Won" },
  lost: { tone: "danger", label: "Lost" },
  prevented: { tone: "neutral", label: "Prevented" },
} as const satisfies Record<DisputeStatus, { tone: string; label: string }>;

/** What became of the credits. */
export function creditWords(credits: DisputeCredits): string {
  switch (credits.effect) {
    case "untouched":
      return "Untouched";
    case "given_back":
      return "Given back";
    case "frozen":
      return `${formatCredits(credits.creditsMilli)} frozen`;
    case "taken":
      return `${formatCredits(credits.creditsMilli)} taken back${
        credits.debtMilli > 0n ? `, ${formatCredits(credits.debtMilli)} of them as debt` : ""
      }`;
  }
}

export const wantsAnswer = (status: DisputeStatus): boolean => status.endsWith("needs_response");

import type { AdjustmentPlan } from "@/lib/credit-adjustments/types";
import { formatCredits } from "@/lib/shared/format";

type Refused = Extract<AdjustmentPlan, { outcome: "refused" }>;

/** Why nothing can be confirmed, and what to do instead. */
export function toRefusalWords({ refusal, availableMilli, missingMilli }: Refused): {
  title: string;
  detail: string;
} {
  const [available, missing] = [formatCredits(availableMilli), formatCredits(missingMilli)];
  switch (refusal) {
    case "below_zero":
      return {
        title: `Only ${available} can be taken.`,
        detail: `${missing} are missing. Remove less, or choose to make what is missing a debt.`,
      };
    case "beyond_used":
      return {
        title: `At most ${available} can be removed.`,
        detail: "Nobody can owe more credits than they used.",
      };
    case "no_debt":
      return { title: "This person owes nothing.", detail: "There is no debt to forgive." };
    case "beyond_debt":
      return { title: `Only ${available} are owed.`, detail: "Forgive that, or less." };
    case "expired":
      return { title: "That day is over.", detail: "Choose a later last day." };
    case "nothing_left":
      return {
        title: "Nothing of it is left to take back.",
        detail:
          missingMilli > 0n
            ? `${missing} are used already. Choose to make them a debt, or leave them.`
            : "It expired or was taken back before.",
      };
  }
}

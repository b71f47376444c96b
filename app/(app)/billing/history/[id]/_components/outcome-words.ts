import type { PaymentDetail } from "@/lib/payments/types";
import { toDeclineWords } from "../../../_components/decline-words";

/** What a payment's state means for its payer; null where there is nothing to explain. */
export function toOutcomeWords({
  status,
  attempts,
}: Pick<PaymentDetail, "status" | "attempts">): string | null {
  switch (status) {
    case "failed": {
      const last = attempts.find((attempt) => attempt.status === "failed");
      const reason = last
        ? `${toDeclineWords({ code: last.failureCode, declineCode: last.declineCode })} `
        : "";
      return `${reason}You were not charged.`;
    }
    case "pending":
      return "The money is on its way. Its credits come by themselves when it arrives.";
    case "canceled":
      return "It was given up. You were not charged.";
    case "under_review":
      return "The payment does not match what was ordered. Nothing is lost: we compare the two and write to you.";
    case "paid":
    case "partly_refunded":
    case "refunded":
      return null;
  }
}

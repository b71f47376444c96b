import type { BillingRecord, RecordStatus, RecordType, StatusChoice } from "@/lib/payments/types";

type Tone = "positive" | "accent" | "warning" | "danger" | "neutral";

interface StatusWords {
  tone: Tone;
  label: string;
}

const statuses: Readonly<Record<RecordStatus, StatusWords>> = {
  paid: { tone: "positive", label: "Paid" },
  partly_refunded: { tone: "neutral", label: "Partly refunded" },
  refunded: { tone: "neutral", label: "Refunded" },
  under_review: { tone: "warning", label: "Being looked at" },
  pending: { tone: "accent", label: "On its way" },
  failed: { tone: "danger", label: "Failed" },
  canceled: { tone: "neutral", label: "Canceled" },
};

/** Where a payment or refund stands. What its bank does comes before what we did. */
export function toStatusWords({ status, dispute }: Pick<BillingRecord, "status" | "dispute">): StatusWords {
  if (dispute === "open") return { tone: "warning", label: "Disputed" };
  if (dispute === "lost") return { tone: "neutral", label: "Taken back by the bank" };
  return statuses[status];
}

export const typeLabels: Readonly<Record<RecordType, string>> = {
  purchase: "Pack",
  subscription: "Plan",
  refund: "Refund",
};

/** What the filters say. */
export const typeChoiceLabels: Readonly<Record<RecordType, string>> = {
  purchase: "Packs",
  subscription: "Plans",
  refund: "Refunds",
};

export const statusChoiceLabels: Readonly<Record<StatusChoice, string>> = {
  paid: "Paid",
  pending: "On its way",
  failed: "Failed",
  refunded: "Refunded",
  canceled: "Canceled",
};

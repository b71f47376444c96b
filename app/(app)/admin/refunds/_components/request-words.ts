import type { RefundRequestStatus } from "@/lib/refunds/types";

/** Where a request stands. */
export const requestWords = {
  waiting: { tone: "warning", label: "Waits" },
  approved: { tone: "positive", label: "Approved" },
  declined: { tone: "neutral", label: "Declined" },
  withdrawn: { tone: "neutral", label: "Withdrawn" },
} as const satisfies Readonly<Record<RefundRequestStatus, { tone: string; label: string }>>;

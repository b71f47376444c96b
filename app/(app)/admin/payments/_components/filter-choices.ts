import type { FilterChoice } from "@/app/(app)/admin/users/_components/filter-choices";

/** What the list of payments can be narrowed to, and its order. */
export const filterChoices: readonly FilterChoice<"status" | "kind" | "sort">[] = [
  {
    ...{ name: "status", label: "State", all: "Any state" },
    options: {
      paid: "Paid",
      failed: "Failed",
      pending: "On its way",
      canceled: "Canceled",
      refunded: "Refunded",
      disputed: "Disputed",
      unclear: "Brought no credits",
    },
  },
  {
    ...{ name: "kind", label: "Kind", all: "Packs and plans" },
    options: { purchase: "Packs", subscription: "Plans" },
  },
  { ...{ name: "sort", label: "Order", all: "Newest first" }, options: { oldest: "Oldest first" } },
];

/** Stripe's commonest reasons, to be chosen from; any other can be typed. https://docs.stripe.com/declines/codes */
export const declineCodes = [
  "insufficient_funds",
  "generic_decline",
  "do_not_honor",
  "card_declined",
  "expired_card",
  "incorrect_cvc",
  "authentication_required",
  "card_velocity_exceeded",
  "fraudulent",
  "lost_card",
  "stolen_card",
  "processing_error",
  "transaction_not_allowed",
] as const;

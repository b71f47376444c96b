import type { CancelReason } from "@/lib/subscriptions/types";

const words: Readonly<Record<CancelReason, string>> = {
  too_expensive: "It is too expensive",
  missing_features: "Something is missing",
  switched_service: "I use another service now",
  unused: "I do not use it enough",
  customer_service: "The support was not good",
  too_complex: "It is too complicated",
  low_quality: "The results are not good enough",
  other: "Another reason",
};

/** The reasons for leaving that can be chosen, in the order in which they are shown. */
export const cancelReasonWords = (Object.keys(words) as CancelReason[]).map((reason) => ({
  reason,
  words: words[reason],
}));

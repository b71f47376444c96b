export type CreditKind = "subscription" | "payg";

/** The words, and with them the hue, that stand for each kind on every page, chart and badge. */
export const creditKinds: Record<CreditKind, { label: string; dot: string; ink: string }> = {
  subscription: {
    label: "Subscription",
    dot: "bg-credit-subscription",
    ink: "text-credit-subscription-ink",
  },
  payg: { label: "Pay-as-you-go", dot: "bg-credit-payg", ink: "text-credit-payg-ink" },
};

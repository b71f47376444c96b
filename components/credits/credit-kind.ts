import { type CreditKind } from "@/lib/credits/types";

type KindStyle = { label: string; tone: "subscription" | "payg"; dot: string };

const payg = { tone: "payg", dot: "bg-credit-payg" } as const;

/**
 * The words and the hue of each kind, on every page, chart and badge. There are two hues: gifts and corrections
 * are spent like pay-as-you-go credits, so they look like them.
 */
export const kindStyles: Record<CreditKind, KindStyle> = {
  subscription: { label: "Subscription", tone: "subscription", dot: "bg-credit-subscription" },
  payg: { label: "Pay-as-you-go", ...payg },
  promo: { label: "Gift", ...payg },
  admin: { label: "From support", ...payg },
};

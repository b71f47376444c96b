import { type CreditBalance } from "@/lib/credits/types";

/** The part of a balance that is shown at a glance. */
export type SpendableBalance = Pick<CreditBalance, "totalMilli" | "subscriptionMilli" | "paygMilli">;

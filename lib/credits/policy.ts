import { type CreditKind } from "./types";

/** Subscription credits lapse at their period's end, so they are spent before all others. */
export function defaultPriority(kind: CreditKind): number {
  return kind === "subscription" ? 10 : 20;
}

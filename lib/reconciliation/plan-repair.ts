import type { FoundInvoice, FoundPayment } from "@/lib/ports/reconciliation-gateway";
import type { Target } from "@/lib/stripe-events";
import type { Examined } from "./reconciler";
import type { Difference } from "./types";

/** What is done to repair a difference: the convergence that an event about the object would have led to, and before it … */
export interface RepairPlan {
  targets: Target[];
  /** … our note that the credits are granted is taken back, so that they are granted, or found granted, again … */
  regrant: boolean;
  /** … or the sum of what a payment returned is counted again. */
  recount: boolean;
  /** A second subscription is ended in Stripe and paid back, first of all. */
  endSurplus: boolean;
}

function targetsOf({ object, id, reason, stripeCustomerId }: Difference, there: unknown): Target[] {
  const plan: Target[] = stripeCustomerId ? [{ kind: "subscriptions", id: stripeCustomerId }] : [];
  switch (object) {
    case "subscription":
      return plan;
    case "invoice": {
      const { stripeSubscriptionId } = there as FoundInvoice;
      return [...(stripeSubscriptionId ? plan : []), { kind: "invoice", id }];
    }
    case "payment": {
      const { checkoutId, refundIds } = there as FoundPayment;
      const refunds = (refundIds ?? []).map((refundId): Target => ({ kind: "refund", id: refundId }));
      const payment: Target = { kind: "payment", id };
      return [...(checkoutId ? [] : plan), payment, ...(reason === "refunded_sum" ? refunds : [])];
    }
    case "refund":
    case "dispute":
      return [{ kind: object, id }];
  }
}

/** @returns null when there is nothing that could be read from Stripe to repair it */
export function planRepair(difference: Difference, { there }: Examined): RepairPlan | null {
  if (!difference.repairable || there === null) return null;
  const { reason } = difference;
  return {
    targets: targetsOf(difference, there),
    regrant: reason === "lots",
    recount: reason === "refunded_sum",
    endSurplus: reason === "surplus",
  };
}

import type { Db } from "@/lib/db";
import { findRefundApproval } from "@/lib/env";
import { isAboveLimit } from "./policy";
import { sumAskedBy } from "./request-repository";

interface Asked {
  adminId: string;
  paymentId: string;
  amountMinor: bigint;
  currency: string;
}

/** Whether this refund needs a second admin, counting what the first gave back of the same payment before. */
export async function needsApproval(db: Db, { amountMinor, currency, ...who }: Asked): Promise<boolean> {
  const limits = findRefundApproval();
  if (!limits) return false;
  return isAboveLimit(limits, { amountMinor: amountMinor + (await sumAskedBy(db, who)), currency });
}

/** Whether so much, of several payments at once, is more than one admin may give back. */
export function isMoreThanAlone(sum: { amountMinor: bigint; currency: string }): boolean {
  return isAboveLimit(findRefundApproval(), sum);
}

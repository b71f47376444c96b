import { z } from "zod";
import { refundSchema } from "./schema";

/**
 * Above how much, in minor units by currency, a refund needs a second admin. An empty variable switches it off, which is
 * why it is read here and not with those whose emptiness means their default.
 * @returns null where one admin is enough for any refund
 */
export function findRefundApproval(): ReadonlyMap<string, bigint> | null {
  const { REFUND_APPROVAL_ABOVE } = process.env;
  const { REFUND_APPROVAL_ABOVE: limits } = z.object(refundSchema).parse({ REFUND_APPROVAL_ABOVE });
  return limits.size > 0 ? limits : null;
}

import type { Db } from "@/lib/db";
import { findObstacle, leftMinorOf } from "./policy";
import { findRefundable } from "./repository";

/** What may still be refunded of a payment, in minor units: nothing of one that is not paid, or that the bank has. */
export async function leftToRefund(db: Db, paymentId: string): Promise<bigint> {
  const payment = await findRefundable(db, paymentId);
  return payment && !findObstacle(payment) ? leftMinorOf(payment) : 0n;
}

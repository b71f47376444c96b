import { z } from "zod";
import type { AppContext } from "@/lib/context";
import { PaymentNotFound } from "./errors";
import { readDetail } from "./read-detail";
import { findRecord } from "./read-records";
import type { PaymentDetail } from "./types";

const idSchema = z.uuid();

/**
 * Everything about a payment of this member's, or about an invoice of theirs that nobody had to pay for.
 *
 * @throws PaymentNotFound, also for somebody else's
 */
export async function getPaymentDetail(
  { db }: Pick<AppContext, "db">,
  { userId, id }: { userId: string; id: string },
): Promise<PaymentDetail> {
  const known = idSchema.safeParse(id);
  if (!known.success) throw new PaymentNotFound();
  const record = await findRecord(db, { userId, id: known.data });
  if (!record) throw new PaymentNotFound();
  return readDetail(db, record);
}

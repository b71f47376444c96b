import type { Db } from "@/lib/db";
import type { Adjustment } from "./types";

/** Keeps the account as it stands until the transaction ends; somebody without one has nothing to keep. */
export async function lockAccount(tx: Db, userId: string): Promise<void> {
  await tx.sql({
    name: "lock-credit-account",
    text: `SELECT seq FROM credit_accounts WHERE user_id = $1::uuid FOR NO KEY UPDATE`,
    values: [userId],
  });
}

export interface AdjustmentRow extends Pick<
  Adjustment,
  | "id"
  | "act"
  | "amountMilli"
  | "expiresAt"
  | "asDebt"
  | "reason"
  | "note"
  | "reversesId"
  | "entrySeq"
  | "deltaMilli"
  | "debtDeltaMilli"
> {
  userId: string;
  actorId: string;
  createdAt: Date;
}

export async function insertAdjustment(tx: Db, row: AdjustmentRow): Promise<void> {
  await tx.prisma.creditAdjustment.create({ data: row, select: { id: true } });
}

import type { Db } from "@/lib/db";
import type { DisputeStatus } from "./types";

export interface DisputeLine {
  id: string;
  stripeDisputeId: string;
  status: DisputeStatus;
  reason: string;
  amountMinor: bigint;
  currency: string;
  dueBy: Date | null;
  openedAt: Date;
  closedAt: Date | null;
  userId: string;
  userEmail: string;
  paymentId: string;
  purchase: string;
  turns: number;
  frozen: boolean;
  clawed: boolean;
  frozenMilli: bigint;
  clawedMilli: bigint;
  debtMilli: bigint;
  /** What the list is sorted by. */
  sortAt: Date;
}

const orders = {
  due: {
    by: "COALESCE(d.due_by, '9999-12-31T00:00:00Z'::timestamptz)",
    on: [">", "ASC"],
    back: ["<", "DESC"],
  },
  opened: { by: "d.opened_at", on: ["<", "DESC"], back: [">", "ASC"] },
} as const;

interface Read {
  statuses: readonly DisputeStatus[];
  order: keyof typeof orders;
  /** Towards the end of the list, or back. */
  way: "on" | "back";
  place: { at: Date; id: string } | null;
  limit: number;
}

/** Disputes with whose they are and what of their lots is frozen now. */
export async function readDisputes(db: Db, read: Read): Promise<DisputeLine[]> {
  const { statuses, order, way, place, limit } = read;
  const { by } = orders[order];
  const [sign, direction] = orders[order][way];
  const rows = await db.sql<DisputeLine>({
    name: `list-disputes-${order}-${way}`,
    text: `SELECT d.id, d.stripe_dispute_id AS "stripeDisputeId", d.status::text AS status, d.reason,
        d.amount_minor AS "amountMinor", d.currency, d.due_by AS "dueBy", d.opened_at AS "openedAt",
        d.closed_at AS "closedAt", d.user_id AS "userId", u.email AS "userEmail", d.payment_id AS "paymentId",
        p.description AS purchase, d.turns, d.frozen_at IS NOT NULL AS frozen, d.clawed_at IS NOT NULL AS clawed,
        d.clawed_milli AS "clawedMilli", d.debt_milli AS "debtMilli", ${by} AS "sortAt",
        COALESCE((SELECT sum(l.remaining_milli) FROM payment_lots pl
          JOIN credit_lots l ON l.user_id = d.user_id AND l.source_key = pl.lot_key
          WHERE pl.payment_id = d.payment_id AND l.frozen_at IS NOT NULL), 0)::bigint AS "frozenMilli"
      FROM disputes d JOIN payments p ON p.id = d.payment_id JOIN users u ON u.id = d.user_id
      WHERE d.status::text = ANY($1::text[])
        AND ($2::timestamptz IS NULL OR (${by}, d.id) ${sign} ($2::timestamptz, $3::uuid))
      ORDER BY ${by} ${direction}, d.id ${direction} LIMIT $4::int`,
    values: [statuses, place?.at ?? null, place?.id ?? null, limit],
  });
  return way === "on" ? rows : rows.reverse();
}

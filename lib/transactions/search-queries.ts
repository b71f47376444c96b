import type { Db, SqlValue } from "@/lib/db";
import type { Scope } from "./find-scope";
import type { Amount } from "./read-amount";
import type { TransactionLine, TransactionSearch, TransactionState } from "./types";

export interface Place {
  at: Date;
  id: string;
}

export interface TransactionRead {
  scope: Scope;
  filter: Pick<TransactionSearch, "state" | "kind" | "decline" | "from" | "to">;
  amount: Amount | null;
  place: Place | null;
  order: "asc" | "desc";
  limit: number;
}

const columns = `p.id, p.user_id AS "userId", p.kind::text AS kind, p.status::text AS status, p.description,
  p.amount_minor AS "amountMinor", p.refunded_minor AS "refundedMinor", p.currency, p.failure_code AS "failureCode",
  p.decline_code AS "declineCode", p.failure_message AS "failureMessage", p.problem,
  p.stripe_payment_intent_id AS "stripePaymentIntentId", p.card_brand AS "cardBrand", p.card_last4 AS "cardLast4",
  p.created_at AS at`;

const states: Readonly<Record<TransactionState, string>> = {
  paid: "p.status = 'succeeded'",
  failed: "p.status = 'failed'",
  pending: "p.status = 'processing'",
  canceled: "p.status = 'canceled'",
  refunded: "p.refunded_minor > 0",
  disputed: "p.id IN (SELECT d.payment_id FROM disputes d)",
  unclear: "p.problem IS NOT NULL",
};

/** Conditions with their values, each of which gets the next number. */
class Conditions {
  readonly parts: string[] = [];
  readonly values: SqlValue[] = [];

  value(value: SqlValue): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

function addFilter(all: Conditions, { filter, amount, place, order }: TransactionRead): void {
  const { state, kind, decline, from, to } = filter;
  if (state) all.parts.push(states[state]);
  if (kind) all.parts.push(`p.kind = ${all.value(kind)}::payment_kind`);
  if (decline) {
    const code = all.value(decline);
    all.parts.push(`(p.decline_code = ${code}::text OR p.failure_code = ${code}::text)`);
  }
  if (from) all.parts.push(`p.created_at >= ${all.value(from)}::timestamptz`);
  if (to) all.parts.push(`p.created_at < ${all.value(to)}::timestamptz`);
  if (amount)
    all.parts.push(
      `p.amount_minor = ${all.value(amount.amountMinor)}::bigint AND p.currency = ${all.value(amount.currency)}::text`,
    );
  if (place) {
    const side = order === "asc" ? ">" : "<";
    all.parts.push(
      `(p.created_at, p.id) ${side} (${all.value(place.at)}::timestamptz, ${all.value(place.id)}::uuid)`,
    );
  }
}

/** Each person's own latest ones are read by an index, however many payments there are beside theirs. */
function fromOf(all: Conditions, { scope, order, limit }: TransactionRead): string {
  const ordered = (conditions: readonly string[]) =>
    `SELECT ${columns} FROM payments p ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
      ORDER BY p.created_at ${order}, p.id ${order} LIMIT ${limit}`;
  switch (scope.by) {
    case "all":
      return ordered(all.parts);
    case "payments":
      return ordered([`p.id = ANY(${all.value(scope.ids)}::uuid[])`, ...all.parts]);
    case "users":
      return `SELECT x.* FROM unnest(${all.value(scope.ids)}::uuid[]) AS owner(id)
        CROSS JOIN LATERAL (${ordered(["p.user_id = owner.id", ...all.parts])}) AS x`;
    case "crowd":
      return ordered([`p.user_id = ANY(${all.value(scope.ids)}::uuid[])`, ...all.parts]);
    case "everybody": {
      const pattern = all.value(scope.pattern);
      const owner = `EXISTS (SELECT FROM users o WHERE o.id = p.user_id
        AND (o.email ILIKE ${pattern}::text OR o.name ILIKE ${pattern}::text) OFFSET 0)`;
      return ordered([...all.parts, owner]);
    }
  }
}

/** Nearest to the place first. Planned anew each time: what is asked for decides which index is best. */
export function readTransactions(db: Db, read: TransactionRead): Promise<TransactionLine[]> {
  const all = new Conditions();
  addFilter(all, read);
  const { order, limit } = read;
  return db.sql<TransactionLine>({
    name: "",
    text: `SELECT t.*, u.email, EXISTS (SELECT FROM disputes d WHERE d.payment_id = t.id) AS disputed
      FROM (SELECT y.* FROM (${fromOf(all, read)}) AS y ORDER BY y.at ${order}, y.id ${order} LIMIT ${limit}) AS t
      JOIN users u ON u.id = t."userId" ORDER BY t.at ${order}, t.id ${order}`,
    values: all.values,
  });
}

/** Which of these payments of Stripe's are here: our row's id by Stripe's. */
export async function findKnown(
  db: Db,
  paymentIntentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.prisma.payment.findMany({
    where: { stripePaymentIntentId: { in: [...paymentIntentIds] } },
    select: { id: true, stripePaymentIntentId: true },
  });
  return new Map(rows.map((row) => [row.stripePaymentIntentId, row.id]));
}

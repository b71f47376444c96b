import type { Db } from "@/lib/db";
import type { Sought } from "@/lib/support";
import type { IdKind } from "@/lib/support/types";

/** Whose payments, or which. The more people a text is in, the less it is worth to go from each of them to their payments. */
export type Scope =
  | { by: "all" }
  | { by: "payments"; ids: string[] }
  | { by: "users"; ids: string[] }
  | { by: "crowd"; ids: string[] }
  | { by: "everybody"; pattern: string };

/** Beyond it PostgreSQL would think of compiling the statement, which takes longer than running it. */
const peopleAtOnce = 300;
/** Beyond it payments are asked whose they are, one by one. */
const crowd = 1_000;

const pay = { id: true } as const;
type Ids = { id: string }[];

/** The payments that each of Stripe's objects is about, by our own rows. */
const finders: Readonly<Partial<Record<IdKind, (db: Db, id: string) => Promise<Ids>>>> = {
  payment: ({ prisma }, id) =>
    prisma.payment.findMany({ where: { OR: [{ id }, { checkoutId: id }] }, select: pay }),
  payment_intent: ({ prisma }, id) =>
    prisma.payment.findMany({ where: { stripePaymentIntentId: id }, select: pay }),
  charge: async ({ prisma }, id) => {
    const where = { stripeChargeId: id };
    const payments = await prisma.payment.findMany({ where, select: pay });
    if (payments.length > 0) return payments;
    // A lone charge goes by its own id; one that failed is told by its try.
    const lone = await prisma.payment.findMany({ where: { stripePaymentIntentId: id }, select: pay });
    const tries = await prisma.paymentAttempt.findMany({ where, select: { paymentId: true } });
    return [...lone, ...tries.map(({ paymentId }) => ({ id: paymentId }))];
  },
  invoice: ({ prisma }, id) =>
    prisma.payment.findMany({ where: { invoice: { stripeInvoiceId: id } }, select: pay }),
  subscription: ({ prisma }, id) =>
    prisma.payment.findMany({
      where: { invoice: { subscription: { stripeSubscriptionId: id } } },
      select: pay,
      take: 1_000,
    }),
  refund: async ({ prisma }, id) => {
    const row = await prisma.refund.findUnique({
      where: { stripeRefundId: id },
      select: { paymentId: true },
    });
    return row ? [{ id: row.paymentId }] : [];
  },
  dispute: async ({ prisma }, id) => {
    const row = await prisma.dispute.findUnique({
      where: { stripeDisputeId: id },
      select: { paymentId: true },
    });
    return row ? [{ id: row.paymentId }] : [];
  },
  checkout: ({ prisma }, id) =>
    prisma.payment.findMany({ where: { checkout: { stripeSessionId: id } }, select: pay }),
};

interface Found {
  scope: Scope;
  idKind: IdKind | null;
}

async function findByUuid(db: Db, id: string): Promise<Found> {
  const payments = await finders.payment?.(db, id);
  if (payments && payments.length > 0)
    return { scope: { by: "payments", ids: payments.map((row) => row.id) }, idKind: "payment" };
  return { scope: { by: "users", ids: [id] }, idKind: "user" };
}

async function findByStripe(db: Db, { kind, id }: { kind: IdKind; id: string }): Promise<Found> {
  if (kind === "customer") {
    const row = await db.prisma.stripeCustomer.findUnique({
      where: { stripeCustomerId: id },
      select: { userId: true },
    });
    return { scope: { by: "users", ids: row ? [row.userId] : [] }, idKind: kind };
  }
  const payments = (await finders[kind]?.(db, id)) ?? [];
  return { scope: { by: "payments", ids: payments.map((row) => row.id) }, idKind: kind };
}

async function findByText(db: Db, pattern: string): Promise<Found> {
  const rows = await db.sql<{ id: string }>({
    name: "",
    text: "SELECT id FROM users WHERE email ILIKE $1::text OR name ILIKE $1::text LIMIT $2::int",
    values: [pattern, crowd + 1],
  });
  const ids = rows.map((row) => row.id);
  if (ids.length > crowd) return { scope: { by: "everybody", pattern }, idKind: null };
  return { scope: { by: ids.length > peopleAtOnce ? "crowd" : "users", ids }, idKind: null };
}

/** Where to look for what somebody typed. */
export function findScope(db: Db, sought: Sought): Promise<Found> {
  switch (sought.by) {
    case "nothing":
      return Promise.resolve({ scope: { by: "all" }, idKind: null });
    case "uuid":
      return findByUuid(db, sought.id);
    case "stripe":
      return findByStripe(db, sought);
    case "text":
      return findByText(db, sought.where === "anywhere" ? `%${sought.escaped}%` : `${sought.escaped}%`);
  }
}

import { TransactionNotFound } from "./errors";
import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import { listPacksForSale } from "@/lib/catalog";
import type { PackForSale } from "@/lib/catalog/types";
import type { AppContext } from "@/lib/context";
import { PaymentGatewayError } from "@/lib/ports/payment-gateway-errors";
import type { FoundPayment } from "@/lib/ports/reconciliation-gateway";
import type { FoundObject } from "@/lib/ports/transaction-gateway";
import { findCandidates, findOrigin, inspectObject, type Candidate } from "@/lib/reconciliation";
import type { Difference, ReconciledObject } from "@/lib/reconciliation/types";
import { requireAdmin } from "@/lib/shared/require-admin";
import { findPaymentOf } from "./view-payment";
import { withinPatience } from "./within-patience";

type Context = Pick<AppContext, "db" | "payments" | "actor" | "systemClock" | "log">;

/** What an id is, in Stripe and here, whose, what differs, and what can be done about it. */
export interface Finding {
  id: string;
  object: FoundObject | null;
  /** Our payment that it is about. */
  paymentId: string | null;
  /** The payment that it is about, as Stripe has it. */
  payment: FoundPayment | null;
  people: Candidate[];
  /** The only person, and not by an address alone. */
  sure: string | null;
  differences: Difference[];
  /** Set where the payment can be registered: whose checkout led to it if one did, and the packs to choose from. */
  registration: {
    cause: "checkout" | "invoice" | "nothing";
    checkoutUserId: string | null;
    packs: PackForSale[];
  } | null;
}

export type IdInvestigation =
  | { outcome: "no_id" }
  | { outcome: "unreachable"; id: string; paymentId: string | null }
  | { outcome: "found"; finding: Finding };

const compared: Readonly<Record<string, ReconciledObject>> = {
  payment_intent: "payment",
  charge: "payment",
  invoice: "invoice",
  subscription: "subscription",
  refund: "refund",
  dispute: "dispute",
};

const stripeId = /^[a-z]{2,5}_[A-Za-z0-9_]{1,200}$/;

async function differencesOf(ctx: Context, object: FoundObject): Promise<Difference[]> {
  const kind = compared[object.kind];
  const own = kind && {
    object: kind,
    id: kind === "payment" ? (object.paymentIntentId ?? object.id) : object.id,
  };
  const around = object.paymentIntentId ? { object: "payment" as const, id: object.paymentIntentId } : null;
  const asked = [own, around].filter((one) => one !== null && one !== undefined);
  const unique = asked.filter((one, index) => asked.findIndex(({ id }) => id === one.id) === index);
  const found: Difference[] = [];
  for (const one of unique) found.push(...(await inspectObject(ctx, one)).differences);
  return found;
}

async function registrationOf(ctx: Context, payment: FoundPayment | null): Promise<Finding["registration"]> {
  if (payment?.status !== "succeeded") return null;
  const origin = await findOrigin(ctx, payment);
  const packs = origin.by === "nothing" ? await listPacksForSale(ctx.db) : [];
  return { cause: origin.by, checkoutUserId: origin.by === "checkout" ? origin.userId : null, packs };
}

async function look(ctx: Context, id: string): Promise<Finding> {
  const object = await ctx.payments.findObject(id);
  const paymentIntentId = object?.paymentIntentId ?? null;
  const payment = paymentIntentId ? await ctx.payments.lookUpPayment(paymentIntentId) : null;
  const stripeCustomerId = object?.stripeCustomerId ?? payment?.stripeCustomerId ?? null;
  const { people, sure } = await findCandidates(ctx, { stripeCustomerId, email: object?.email ?? null });
  // An event names the object that it is about, and an invoice in it not its payment.
  const names = [paymentIntentId, object?.id ?? null, id].filter((name) => name !== null);
  const known = await Promise.all(names.map((name) => findPaymentOf(ctx.db, name)));
  const paymentId = known.find((one) => one !== null) ?? null;
  return {
    ...{ id, object, payment, paymentId, people, sure },
    differences: object ? await differencesOf(ctx, object) : [],
    registration: paymentId ? null : await registrationOf(ctx, payment),
  };
}

/**
 * Looks any of Stripe's ids up on both sides. Changes nothing; the look is written down. Waits a few seconds at most: where
 * Stripe does not answer, what is here is told.
 * @throws TransactionNotFound to anybody but an admin
 */
export async function investigateId(
  ctx: Context,
  { id: typed, origin }: { id: string; origin: AuditedAct["origin"] },
): Promise<IdInvestigation> {
  const { db, actor, systemClock } = ctx;
  requireAdmin(actor, TransactionNotFound);
  const id = typed.trim();
  if (!stripeId.test(id)) return { outcome: "no_id" };
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "stripe_object_viewed", target: { type: "stripe_object", id } },
      now: systemClock.now(),
    }),
  );
  try {
    return { outcome: "found", finding: await withinPatience(look(ctx, id)) };
  } catch (err) {
    if (!(err instanceof PaymentGatewayError)) throw err;
    ctx.log.warn({ err, id }, "Stripe could not be asked about an id");
    return { outcome: "unreachable", id, paymentId: await findPaymentOf(db, id) };
  }
}

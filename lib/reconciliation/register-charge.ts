import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import { findCheckout, prepareRegistration } from "@/lib/checkout";
import type { AppContext } from "@/lib/context";
import { adoptCustomer, claimBillingCustomer, findUserOfCustomer } from "@/lib/customers";
import type { Db } from "@/lib/db";
import { lockBilling } from "@/lib/payments";
import type { FoundPayment } from "@/lib/ports/reconciliation-gateway";
import { beginSupportAct } from "@/lib/users";
import { compareRows } from "./compare-rows";
import { ChargeNotRegistrable } from "./errors";
import { requireOperator } from "./policy";
import { repairDifference } from "./repair-difference";
import { recorder } from "./repair-found";
import { readRows } from "./row-queries";
import { settleDifference } from "./run-repository";
import type { Repair, RowChange } from "./types";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "systemClock" | "log" | "appUrl" | "actor">;

interface Registration {
  paymentIntentId: string;
  /** Whose it is, as an admin decided. */
  userId: string;
  /** The pack that it paid for, where neither a checkout nor an invoice says. */
  lookupKey: string | null;
  reason: string;
  origin: AuditedAct["origin"];
}

interface Options {
  /** The same writes in a transaction that is rolled back. */
  dryRun?: boolean;
}

class RolledBack extends Error {
  constructor(readonly changes: RowChange[]) {
    super("rolled back");
  }
}

/** What led to the payment, as far as anything of ours or an invoice did. */
export async function findOrigin(
  { db, payments }: Pick<Context, "db" | "payments">,
  { checkoutId, paymentIntentId }: Pick<FoundPayment, "checkoutId" | "paymentIntentId">,
): Promise<{ by: "checkout"; userId: string } | { by: "invoice" } | { by: "nothing" }> {
  const checkout = checkoutId ? await findCheckout(db, checkoutId) : null;
  if (checkout) return { by: "checkout", userId: checkout.userId };
  const isIntent = paymentIntentId.startsWith("pi_");
  const invoice = isIntent ? await payments.findInvoiceOfPayment(paymentIntentId) : null;
  return { by: invoice ? "invoice" : "nothing" };
}

async function adopt(tx: Db, userId: string, stripeCustomerId: string | null): Promise<boolean> {
  await lockBilling(tx, userId);
  const owner = stripeCustomerId ? await findUserOfCustomer(tx, stripeCustomerId) : null;
  if (!stripeCustomerId || owner !== null) {
    await claimBillingCustomer(tx, userId);
    return false;
  }
  await adoptCustomer(tx, { userId, stripeCustomerId });
  return true;
}

type Decided = Registration & {
  stripeCustomerId: string | null;
  by: Awaited<ReturnType<typeof findOrigin>>["by"];
};

const entryOf = (ctx: Context, { paymentIntentId, userId, lookupKey, reason, origin }: Registration) =>
  ({
    ...{ actor: ctx.actor, origin, action: "charge_registered", userId, reason },
    target: { type: "stripe_object", id: paymentIntentId },
    ...{ after: { lookupKey }, now: ctx.systemClock.now() },
  }) as const satisfies AuditedAct;

/**
 * What an invoice brings goes to whose customer it is, whomever an admin chose. Asked again in the transaction that
 * makes the customer known: somebody may have chosen another person meanwhile.
 */
async function refuseAnother(db: Db, { by, stripeCustomerId, userId }: Decided): Promise<string | null> {
  const owner = stripeCustomerId ? await findUserOfCustomer(db, stripeCustomerId) : null;
  if (by === "invoice" && owner !== null && owner !== userId)
    throw new ChargeNotRegistrable("customer_of_another");
  return owner;
}

/** Its checkout or invoice says all that it brought: the customer is made known, and it is read as its webhook would. */
async function converge(ctx: Context, wish: Decided, { dryRun }: Options): Promise<Repair> {
  const key = `payment:${wish.paymentIntentId}:missing_here:no_row`;
  const { stripeCustomerId, userId } = wish;
  const owner = await refuseAnother(ctx.db, wish);
  if (stripeCustomerId && owner === null) {
    const fields = [{ field: "user_id", before: null, after: userId }];
    const added: RowChange = { table: "stripe_customers", id: stripeCustomerId, change: "added", fields };
    if (dryRun) return { key, outcome: "would_be_repaired", changes: [added], problem: null };
    await ctx.db.transaction(async (tx) => {
      await beginSupportAct(tx, ctx.actor, userId);
      const adopted = await adopt(tx, userId, stripeCustomerId);
      await refuseAnother(tx, wish);
      if (adopted) await recordAudit(tx, entryOf(ctx, wish));
    });
  }
  const record = recorder(ctx, wish);
  return repairDifference(ctx, key, dryRun ? { dryRun, chosen: true } : { record, chosen: true });
}

/** Nothing says what it was for but the admin: it is taken for the purchase of a pack. */
async function assign(ctx: Context, wish: Decided, { dryRun }: Options): Promise<Repair> {
  const { paymentIntentId, userId, lookupKey } = wish;
  const key = `payment:${paymentIntentId}:missing_here:no_row`;
  if (!lookupKey) throw new ChargeNotRegistrable("pack_required");
  const { write } = await prepareRegistration(ctx, { paymentIntentId, userId, lookupKey });
  try {
    return await ctx.db.transaction(async (tx): Promise<Repair> => {
      await beginSupportAct(tx, ctx.actor, userId);
      const before = await readRows(tx, userId);
      await adopt(tx, userId, wish.stripeCustomerId);
      if (!(await write(tx))) return { key, outcome: "nothing_to_do", changes: [], problem: null };
      const changes = compareRows(before, await readRows(tx, userId));
      if (dryRun) throw new RolledBack(changes);
      await recordAudit(tx, entryOf(ctx, wish));
      return { key, outcome: "repaired", changes, problem: null };
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return { key, outcome: "would_be_repaired", changes: error.changes, problem: null };
  }
}

/**
 * Registers a payment that is in Stripe and not here to the person whom an admin chose, exactly once however often and by
 * how many it is asked for. Whose it is is never guessed: one of our checkouts belongs to who made it, and no admin
 * registers anything to themselves. With `dryRun` the same is written and taken back.
 *
 * @throws ReconciliationForbidden, ActorNotAdmin, OwnAccount, UserNotFound, ChargeNotRegistrable, PaymentNotRegistrable,
 * NotForSale, PaymentGatewayError; nothing was written then, and it may be tried again
 */
export async function registerCharge(
  ctx: Context,
  registration: Registration,
  options: Options = {},
): Promise<Repair> {
  requireOperator(ctx.actor);
  const { paymentIntentId, userId } = registration;
  await ctx.db.transaction((tx) => beginSupportAct(tx, ctx.actor, userId));
  const payment = await ctx.payments.lookUpPayment(paymentIntentId);
  if (!payment) throw new ChargeNotRegistrable("not_in_stripe");
  const cause = await findOrigin(ctx, payment);
  if (cause.by === "checkout" && cause.userId !== userId)
    throw new ChargeNotRegistrable("checkout_of_another");
  const wish = { ...registration, stripeCustomerId: payment.stripeCustomerId, by: cause.by };
  const repair = await (cause.by === "nothing" ? assign : converge)(ctx, wish, options);
  if (!options.dryRun) {
    // A run may have found it before its customer was known, or after.
    const keys = [repair.key, `payment:${paymentIntentId}:unknown_customer:unknown_customer`];
    const now = ctx.systemClock.now();
    for (const key of keys) await settleDifference(ctx.db, { repair: { ...repair, key }, now });
  }
  return repair;
}

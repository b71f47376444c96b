import type { AppContext } from "@/lib/context";
import { adoptCustomer, findUserOfCustomer } from "@/lib/customers";
import type { Db } from "@/lib/db";
import { lockBilling } from "@/lib/payments";
import { recountRefunded } from "@/lib/refunds";
import { DomainError } from "@/lib/shared/errors";
import { prepareTargets } from "@/lib/stripe-events";
import { endSurplusSubscription } from "@/lib/subscriptions";
import { compareRows } from "./compare-rows";
import { findCandidates } from "./find-candidates";
import { planRepair, type RepairPlan } from "./plan-repair";
import { readKey, requireOperator } from "./policy";
import { reconcilers } from "./reconcilers";
import type { Examined } from "./reconciler";
import { findPaymentId, forgetGrant } from "./repository";
import { readRows } from "./row-queries";
import type { Difference, Repair, RowChange } from "./types";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "log" | "appUrl" | "actor">;

/** Ends a transaction whose writes were only to be looked at. */
class RolledBack extends Error {
  constructor(readonly applied: Applied) {
    super("rolled back");
  }
}

interface Applied {
  changes: RowChange[];
  /** What of the difference was left inside the transaction. */
  left: Difference[];
  notes: string[];
}

/** Writes a repair down in its own transaction: both happen, or neither. Told only of what changed something. */
export type RecordRepair = (
  tx: Db,
  repaired: { difference: Difference; userId: string; changes: RowChange[] },
) => Promise<void>;

interface Matter {
  difference: Difference;
  /** Keys of all that was found on the object. */
  before: ReadonlySet<string>;
  examined: Examined;
  plan: RepairPlan;
  userId: string;
  dryRun: boolean;
  record: RecordRepair | undefined;
}

async function write(
  tx: Db,
  { difference, plan }: Matter,
  converge: Awaited<ReturnType<typeof prepareTargets>>,
) {
  if (plan.regrant) await forgetGrant(tx, difference);
  const outcomes = await converge(tx);
  const paymentId = plan.recount ? await findPaymentId(tx, difference.id) : null;
  if (paymentId) await recountRefunded(tx, paymentId);
  return outcomes.flatMap(({ status, note }) => (status === "ignored" && note ? [note] : []));
}

/** The same writes in both cases; a dry run looks at what they did and takes them back. */
async function apply(ctx: Context, matter: Matter): Promise<Applied> {
  const { plan, userId, examined, dryRun, difference } = matter;
  const converge = await prepareTargets(ctx, plan.targets);
  try {
    return await ctx.db.transaction(async (tx) => {
      // Whoever comes second sees what the first one wrote, and has nothing to tell.
      await lockBilling(tx, userId);
      const before = await readRows(tx, userId);
      const notes = await write(tx, matter, converge);
      const changes = compareRows(before, await readRows(tx, userId));
      const left = (await examined.differences(tx)).filter((one) => isLeft(one, matter));
      const applied = { changes, left, notes };
      if (dryRun) throw new RolledBack(applied);
      if (changes.length > 0) await matter.record?.(tx, { difference, userId, changes });
      return applied;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.applied;
    throw error;
  }
}

/** The difference itself, or another one in its place. */
const isLeft = ({ key }: Difference, { difference, before }: Matter) =>
  key === difference.key || !before.has(key);

interface RepairOptions {
  dryRun?: boolean | undefined;
  record?: RecordRepair | undefined;
  /** A person has said whose it is, where the customer may be one of two members. */
  chosen?: boolean | undefined;
}

const twoOwners = "the customer may be one of several members: a person chooses";

async function hasTwoOwners(ctx: Context, { stripeCustomerId, userId }: Difference): Promise<boolean> {
  const { people } = await findCandidates(ctx, { stripeCustomerId });
  return people.some((person) => person.id !== userId && person.by !== "address");
}

const result = (key: string, outcome: Repair["outcome"], rest: Partial<Repair> = {}): Repair => ({
  ...{ key, outcome, changes: [], problem: null },
  ...rest,
});

/** Registers the customer first; what its objects bring shows only then. */
async function repairStranger(
  ctx: Context,
  difference: Difference,
  { dryRun, record, examine }: RepairOptions & { examine: () => Promise<Difference[]> },
): Promise<Repair> {
  const { key, stripeCustomerId, object } = difference;
  const { sure: userId, people } = await findCandidates(ctx, { stripeCustomerId });
  if (people.length > 1) return result(key, "not_repairable", { problem: twoOwners });
  if (!stripeCustomerId || !userId)
    return result(key, "not_repairable", { problem: "the customer names no member of ours" });
  const fields = [{ field: "user_id", before: null, after: userId }];
  const changes: RowChange[] = [{ table: "stripe_customers", id: stripeCustomerId, change: "added", fields }];
  if (dryRun) {
    return result(key, "would_be_repaired", {
      changes,
      problem: `what the ${object} brings shows after that`,
    });
  }
  await ctx.db.transaction(async (tx) => {
    await lockBilling(tx, userId);
    const isNew = (await findUserOfCustomer(tx, stripeCustomerId)) === null;
    await adoptCustomer(tx, { userId, stripeCustomerId });
    if (isNew) await record?.(tx, { difference, userId, changes });
  });
  const [next] = await examine();
  return next ? { ...(await repairDifference(ctx, next.key, { record })), key } : result(key, "repaired");
}

async function repairKnown(ctx: Context, matter: Matter): Promise<Repair> {
  const { difference, plan, dryRun } = matter;
  const { key, id } = difference;
  if (plan.endSurplus && !dryRun) await endSurplusSubscription(ctx, { stripeSubscriptionId: id });
  const { changes, left, notes } = await apply(ctx, matter);
  if (plan.endSurplus) {
    const fields = [{ field: "status", before: difference.there, after: "canceled, and paid back" }];
    const inStripe: RowChange = { table: "Stripe's subscriptions", id, change: "changed", fields };
    return result(key, dryRun ? "would_be_repaired" : "repaired", { changes: [inStripe, ...changes] });
  }
  if (left.length > 0) return result(key, "remains", { changes, problem: notes[0] ?? null });
  if (changes.length === 0) return result(key, "nothing_to_do");
  return result(key, dryRun ? "would_be_repaired" : "repaired", { changes });
}

/**
 * Repairs one difference by the convergence that an event about its object leads to; nothing else is changed. Safe to
 * repeat, and beside webhooks: whoever comes second changes nothing. With `dryRun` the same is written in a transaction
 * that is rolled back, and nothing is done in Stripe.
 *
 * @throws ReconciliationForbidden, UnknownDifference, PaymentGatewayError
 */
export async function repairDifference(
  ctx: Context,
  key: string,
  { dryRun = false, record, chosen = false }: RepairOptions = {},
): Promise<Repair> {
  const operator = requireOperator(ctx.actor);
  const { object, id } = readKey(key);
  const examined = await reconcilers[object].examine(ctx, id);
  const found = await examined.differences(ctx.db);
  const difference = found.find((one) => one.key === key);
  if (!difference) return result(key, "nothing_to_do");
  const examine = async () => (await reconcilers[object].examine(ctx, id)).differences(ctx.db);
  if (difference.kind === "unknown_customer")
    return repairStranger(ctx, difference, { dryRun, record, examine });
  if (difference.kind === "missing_here" && !chosen && (await hasTwoOwners(ctx, difference)))
    return result(key, "not_repairable", { problem: twoOwners });
  const plan = planRepair(difference, examined);
  const { userId } = difference;
  if (!plan || !userId) return result(key, "not_repairable");
  try {
    const before = new Set(found.map((one) => one.key));
    const repair = await repairKnown(ctx, { difference, before, examined, plan, userId, dryRun, record });
    if (!dryRun) ctx.log.warn({ operator, ...repair }, "a difference from Stripe was repaired");
    return repair;
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === "unavailable") throw error;
    return result(key, "remains", { problem: error.code });
  }
}

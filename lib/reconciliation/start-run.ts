import { v7 as uuidv7 } from "uuid";
import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { enqueueJob } from "@/lib/jobs";
import { requireActiveAdmin } from "@/lib/users";
import { RangeInvalid, RunInProgress, RunNotFound } from "./errors";
import { requireOperator, toSecond } from "./policy";
import { cancelRunning, openRun } from "./run-repository";

type Context = Pick<AppContext, "db" | "actor" | "clock" | "systemClock">;
type Origin = AuditedAct["origin"];

const longestMs = 550 * 86_400_000;
/** Stripe's clock may be ahead of ours. */
const skewMs = 5 * 60_000;

async function requireOperatorNow(tx: Db, actor: Context["actor"]): Promise<string> {
  const operator = requireOperator(actor);
  if (actor.kind === "user") await requireActiveAdmin(tx, actor);
  return operator;
}

interface Wish {
  since: Date;
  /** By default now. */
  until?: Date | undefined;
  /** Also tries each repair in a transaction that is rolled back. */
  rehearse: boolean;
  reason: string;
  origin: Origin;
}

/**
 * Starts a comparison of Stripe's books with ours as a job that survives being killed. Changes nothing by itself. At most
 * one runs at a time, whoever starts it, and however many ask at once.
 * @returns the run's id
 * @throws ReconciliationForbidden, ActorNotAdmin, RangeInvalid, RunInProgress
 */
export async function startRun(
  ctx: Context,
  { since, until, rehearse, reason, origin }: Wish,
): Promise<string> {
  const askedBy = requireOperator(ctx.actor);
  const latest = new Date(ctx.clock.now().getTime() + skewMs);
  const end = until && until < latest ? until : latest;
  const lengthMs = end.getTime() - since.getTime();
  if (!(lengthMs > 0) || lengthMs > longestMs) throw new RangeInvalid();
  const id = uuidv7();
  const now = ctx.systemClock.now();
  await ctx.db.transaction(async (tx) => {
    await requireOperatorNow(tx, ctx.actor);
    const window = { since: toSecond(since), until: toSecond(end) };
    if (!(await openRun(tx, { id, askedBy, rehearse, now, ...window }))) throw new RunInProgress();
    await enqueueJob(tx, { name: "run-reconciliation", payload: { runId: id }, key: `reconciliation:${id}` });
    await recordAudit(tx, {
      ...{
        actor: ctx.actor,
        origin,
        action: "reconciliation_run",
        target: { type: "difference", id },
        reason,
      },
      ...{ after: { ...window, rehearse }, now },
    });
  });
  return id;
}

/**
 * Ends a run that nobody wants any more; what it found stays.
 * @throws ReconciliationForbidden, ActorNotAdmin, RunNotFound when it is over
 */
export async function cancelRun(
  ctx: Context,
  { id, reason, origin }: { id: string; reason: string; origin: Origin },
): Promise<void> {
  const now = ctx.systemClock.now();
  await ctx.db.transaction(async (tx) => {
    await requireOperatorNow(tx, ctx.actor);
    if (!(await cancelRunning(tx, { id, now }))) throw new RunNotFound();
    await recordAudit(tx, {
      ...{
        actor: ctx.actor,
        origin,
        action: "reconciliation_run",
        target: { type: "difference", id },
        reason,
      },
      ...{ before: { status: "running" }, after: { status: "canceled" }, now },
    });
  });
}

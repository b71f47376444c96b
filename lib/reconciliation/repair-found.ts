import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import { actingAs, type AppContext } from "@/lib/context";
import { restartJob } from "@/lib/jobs";
import { DomainError } from "@/lib/shared/errors";
import { requireActiveAdmin } from "@/lib/users";
import { repairDifference, type RecordRepair } from "./repair-difference";
import { requireOperator } from "./policy";
import { nextQueued, queueRepairs, settleDifference } from "./run-repository";
import type { Repair } from "./types";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "systemClock" | "log" | "appUrl" | "actor">;
type Origin = AuditedAct["origin"];

interface Wish {
  key: string;
  reason: string;
  origin: Origin;
}

/** Writes down, with the repair, what it changed and why. */
export function recorder(
  ctx: Pick<AppContext, "actor" | "systemClock">,
  { reason, origin }: { reason: string; origin: Origin },
): RecordRepair {
  return async (tx, { difference, userId, changes }) => {
    const { actor } = ctx;
    if (actor.kind === "user") await requireActiveAdmin(tx, actor);
    const { key, kind, reason: why, here, there } = difference;
    await recordAudit(tx, {
      ...{
        actor,
        origin,
        action: "difference_repaired",
        target: { type: "difference", id: key },
        userId,
        reason,
      },
      before: { kind, why, here, there },
      after: { changed: changes.map(({ table, id, change }) => `${change} ${table} ${id}`).slice(0, 50) },
      now: ctx.systemClock.now(),
    });
  };
}

/**
 * Repairs one difference, and writes down in the same transaction who did and why. Twice, by two people, or beside the
 * webhook is once, and one entry. What becomes of it is noted in every run that found it.
 *
 * @throws ReconciliationForbidden, ActorNotAdmin, UnknownDifference, PaymentGatewayError: nothing was written then, and
 * it may be tried again
 */
export async function repairFound(ctx: Context, { key, reason, origin }: Wish): Promise<Repair> {
  requireOperator(ctx.actor);
  if (ctx.actor.kind === "user") await requireActiveAdmin(ctx.db, ctx.actor);
  const repair = await repairDifference(ctx, key, { record: recorder(ctx, { reason, origin }) });
  await settleDifference(ctx.db, { repair, now: ctx.systemClock.now() });
  return repair;
}

/**
 * All of a kind that a run found, and that can be repaired, waits to be repaired one after the other by a job, which
 * survives being killed.
 * @returns how many
 * @throws ReconciliationForbidden, ActorNotAdmin
 */
export async function repairAllOfKind(
  ctx: Context,
  { runId, kind, reason, origin }: { runId: string; kind: string; reason: string; origin: Origin },
): Promise<number> {
  const queuedBy = requireOperator(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    if (ctx.actor.kind === "user") await requireActiveAdmin(tx, ctx.actor);
    const keys = await queueRepairs(tx, { runId, kind, queuedBy, reason });
    if (keys.length === 0) return 0;
    const job = { name: "repair-differences" as const, payload: { runId } };
    await restartJob(tx, { ...job, key: `repairs:${runId}` });
    await recordAudit(tx, {
      ...{
        actor: ctx.actor,
        origin,
        action: "difference_repaired",
        target: { type: "difference", id: runId },
        reason,
      },
      ...{ after: { kind, asked: keys.length }, now: ctx.systemClock.now() },
    });
    return keys.length;
  });
}

/** One that fails for a reason of its own is left to a person: it keeps none of the others waiting. */
async function repairOne(ctx: AppContext, key: string, record: RecordRepair): Promise<Repair> {
  try {
    return await repairDifference(ctx, key, { record });
  } catch (error) {
    if (error instanceof DomainError && error.kind === "unavailable") throw error;
    ctx.log.error({ err: error, key }, "a difference could not be repaired");
    const problem = error instanceof DomainError ? error.code : "unexpected";
    return { key, outcome: "remains", changes: [], problem };
  }
}

/**
 * Handles the job "repair-differences": what waits, one after the other. Repairs are idempotent: a job that was killed, or
 * two at once, do each of them once.
 * @throws PaymentGatewayUnavailable, for the queue to try again; what waits waits on
 */
export async function repairQueued(ctx: Context, { runId }: { runId: string }): Promise<void> {
  for (let next = await nextQueued(ctx.db, runId); next; next = await nextQueued(ctx.db, runId)) {
    const { key, queuedBy, reason } = next;
    const job = actingAs(ctx as AppContext, { kind: "system", name: "repair-differences" });
    const why = { reason: `${reason ?? ""} (asked by ${queuedBy ?? "nobody"})`, origin: null };
    const repair = await repairOne(job, key, recorder(job, why));
    await settleDifference(ctx.db, { repair, now: ctx.systemClock.now() });
  }
}

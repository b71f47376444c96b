import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { ReplayChanged } from "./errors";
import { fromPlaceCursor, toPlaceCursor } from "./event-place";
import { countEvents, readBatch, readUpTo } from "./list-queries";
import { lockReplays, putBack } from "./replay-repository";
import { requireOperator } from "./require-operator";
import { replaySizes, type EventFilter, type ReplayPreview } from "./schema";

type Context = Pick<AppContext, "db" | "clock" | "systemClock" | "actor">;

const countedUpTo = 1_000;
const largestBatch = Math.max(...replaySizes);

const deadOf = (filter: EventFilter): EventFilter => ({ ...filter, statuses: ["dead"] });

function countTypes(batch: readonly { type: string }[]): ReplayPreview["types"] {
  const counts = new Map<string, number>();
  for (const { type } of batch) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, events]) => ({ type, events })).sort((a, b) => b.events - a.events);
}

/**
 * What `replayDeadEvents` would do with this filter: the oldest `size` of those that were given up.
 * @throws StripeEventsForbidden
 */
export async function previewReplay(
  { db, actor }: Pick<Context, "db" | "actor">,
  filter: EventFilter,
  size: number,
): Promise<ReplayPreview> {
  requireOperator(actor);
  const [dead, batch] = await Promise.all([
    countEvents(db, deadOf(filter), countedUpTo),
    readBatch(db, { filter: deadOf(filter), limit: Math.min(size, largestBatch) }),
  ]);
  const [first, last] = [batch[0], batch.at(-1)];
  const range = first && last ? { from: first.receivedAt, to: last.receivedAt } : null;
  return {
    ...{ dead, countedUpTo, batch: batch.length, types: countTypes(batch) },
    ...{ upTo: toPlaceCursor(last), range },
  };
}

interface Replay {
  filter: EventFilter;
  /** From the preview. */
  upTo: string;
  batch: number;
  reason: string;
  origin: AuditedAct["origin"];
}

/**
 * Puts back exactly the events that a preview told of. Sent again, it finds none of them given up and does nothing.
 * @returns how many were put back
 * @throws StripeEventsForbidden, ReplayChanged
 */
export async function replayDeadEvents(ctx: Context, replay: Replay): Promise<{ events: number }> {
  const replayedBy = requireOperator(ctx.actor);
  const { filter, upTo, batch, reason, origin } = replay;
  const place = fromPlaceCursor(upTo);
  if (!place) throw new ReplayChanged();
  return ctx.db.transaction(async (tx) => {
    await lockReplays(tx);
    const ids = await readUpTo(tx, { filter: deadOf(filter), place, limit: largestBatch + 1 });
    if (ids.length === 0) return { events: 0 };
    if (ids.length !== batch) throw new ReplayChanged();
    const events = await putBack(tx, { ids, replayedAt: ctx.clock.now(), replayedBy });
    await recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "webhook_replayed", reason, now: ctx.systemClock.now() },
      ...{ target: { type: "webhook", id: "many" }, before: { status: "dead" } },
      after: { status: "pending", events, ids },
    });
    return { events };
  });
}

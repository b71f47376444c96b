import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { requireAdmin } from "@/lib/shared/require-admin";
import { disputeReason } from "./bank-words";
import { DisputesForbidden } from "./errors";
import { creditsOf, statusesOf } from "./list-policy";
import { readDisputes, type DisputeLine } from "./list-queries";
import type { DisputePage, DisputeStage, ListedDispute } from "./types";

interface Input {
  stage?: DisputeStage | null;
  /** Reads on after the one, or back before the other, which counts only where the first is not given. */
  next?: string | null;
  previous?: string | null;
}

const pageSize = 25;

const toCursor = (line: DisputeLine | undefined) => (line ? `${line.sortAt.getTime()}_${line.id}` : null);

/** Null for what no page gave. */
function fromCursor(text: string | null | undefined) {
  const [, at = "", id = ""] = /^(\d{1,15})_(.{36})$/.exec(text ?? "") ?? [];
  const instant = new Date(Number(at));
  return isUuid(id) && !Number.isNaN(instant.getTime()) ? { at: instant, id } : null;
}

function toListed(line: DisputeLine): ListedDispute {
  const { turns, frozen, clawed, frozenMilli, clawedMilli, debtMilli, sortAt: _, ...dispute } = line;
  const { status, reason } = dispute;
  const credits = creditsOf({ status, turns, frozen, clawed, frozenMilli, clawedMilli, debtMilli });
  return { ...dispute, reason: disputeReason(reason), credits };
}

/**
 * Disputes of a stage, by keyset: those that are open with the next deadline first, all others the latest first. That
 * somebody looked is on record.
 * @throws DisputesForbidden
 */
export async function listDisputes(
  { db, actor, systemClock }: Pick<AppContext, "db" | "actor" | "systemClock">,
  { stage = null, ...cursors }: Input = {},
  origin: AuditedAct["origin"] = null,
): Promise<DisputePage> {
  requireAdmin(actor, DisputesForbidden);
  const onFrom = fromCursor(cursors.next);
  const backFrom = onFrom ? null : fromCursor(cursors.previous);
  const way = backFrom ? "back" : "on";
  const order = stage === "due" || stage === "open" ? "due" : "opened";
  const read = { statuses: statusesOf(stage), order, way, place: onFrom ?? backFrom } as const;
  const lines = await readDisputes(db, { ...read, limit: pageSize + 1 });
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "disputes_listed", target: { type: "payment", id: "disputes" } },
      ...{ after: { stage, found: lines.length }, now: systemClock.now() },
    }),
  );
  const more = lines.length > pageSize;
  const shown = way === "on" ? lines.slice(0, pageSize) : lines.slice(-pageSize);
  return {
    disputes: shown.map(toListed),
    next: way === "back" || more ? toCursor(shown.at(-1)) : null,
    previous: (way === "back" ? more : onFrom !== null) ? toCursor(shown[0]) : null,
  };
}

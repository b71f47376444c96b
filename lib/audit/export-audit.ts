import type { AppContext } from "@/lib/context";
import { requireReader } from "./policy";
import { readEntries } from "./queries";
import { recordAudit } from "./record-audit";
import type { AuditedAct, AuditFilter, AuditLine } from "./types";

const chunk = 1_000;

/**
 * Everything that a filter selects, newest first, read in chunks as it is consumed. That it was taken is written down
 * before the first is told.
 * @throws AdminRequired
 */
export async function* exportAudit(
  { db, actor, systemClock }: Pick<AppContext, "db" | "actor" | "systemClock">,
  filter: AuditFilter,
  origin: AuditedAct["origin"],
): AsyncGenerator<AuditLine, void> {
  requireReader(actor);
  const { actorId = null, userId = null, aboutId = null, actions = null, from = null, to = null } = filter;
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "audit_exported", target: { type: "audit", id: "csv" } },
      after: { actorId, userId, aboutId, actions, from, to },
      now: systemClock.now(),
    }),
  );
  let before: string | null = null;
  for (;;) {
    const entries: AuditLine[] = await readEntries(db, { ...filter, before, after: null, limit: chunk });
    yield* entries;
    before = entries.at(-1)?.id ?? null;
    if (entries.length < chunk) return;
  }
}

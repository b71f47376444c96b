import { LedgerCheckForbidden } from "./errors";
import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { enqueueJob } from "@/lib/jobs";
import { requireAdmin } from "@/lib/shared/require-admin";
import { readChecks } from "./queries";
import { insertCheck, lockLedgerChecks } from "./repository";

type Context = Pick<AppContext, "db" | "actor" | "systemClock">;

/**
 * Has the whole ledger checked by a job. While one check waits or runs, asking again is that one.
 * @returns whether a new check was begun
 * @throws LedgerCheckForbidden
 */
export async function requestLedgerCheck(
  { db, actor, systemClock }: Context,
  origin: AuditedAct["origin"],
): Promise<{ checkId: string; isNew: boolean }> {
  const requestedById = requireAdmin(actor, LedgerCheckForbidden);
  const now = systemClock.now();
  return db.transaction(async (tx) => {
    await lockLedgerChecks(tx);
    const [latest] = await readChecks(tx, { limit: 1, now });
    if (latest?.state === "waiting" || latest?.state === "running")
      return { checkId: latest.id, isNew: false };
    const checkId = await insertCheck(tx, { state: "waiting", requestedById, now });
    await enqueueJob(tx, {
      name: "check-ledger",
      payload: { checkId },
      key: `check-ledger:${checkId}`,
      maxAttempts: 1,
    });
    await recordAudit(tx, {
      ...{ actor, origin, action: "ledger_verified", now, target: { type: "ledger", id: checkId } },
    });
    return { checkId, isNew: true };
  });
}

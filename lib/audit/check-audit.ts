import type { AppContext } from "@/lib/context";
import { requireReader } from "./policy";
import { recordAudit } from "./record-audit";
import type { AuditedAct, AuditReport } from "./types";
import { verifyAudit } from "./verify-audit";

type Checker = Pick<AppContext, "db" | "actor" | "systemClock" | "log">;

/**
 * Verifies every chain and writes down that it was done and what came of it: the last such entry is what pages show.
 * @throws AdminRequired
 */
export async function checkAudit(ctx: Checker, origin: AuditedAct["origin"] = null): Promise<AuditReport> {
  const { db, actor, systemClock, log } = ctx;
  requireReader(actor);
  const report = await verifyAudit(ctx);
  const { streams, entries, problems } = report;
  if (problems.length > 0)
    log.fatal({ problems: problems.slice(0, 20) }, "the record is not as it was written");
  const first = problems[0];
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "audit_verified", target: { type: "audit", id: "all" } },
      after: {
        ...{ streams, entries, problems: problems.length },
        ...(first ? { first: `${first.stream} ${first.seq} ${first.problem}` } : {}),
      },
      now: systemClock.now(),
    }),
  );
  return report;
}

import { grantCredits } from "@/lib/credits";
import type { Db } from "@/lib/db";
import type { Clock } from "@/lib/ports/clock";
import { findDue, periodKey } from "./policy";
import { updatePlan, type GivenRow } from "./repository";

/** Grants the month that runs, in the transaction that locked the plan; once, whoever asks. */
export async function grantDue(tx: Db, clock: Clock, plan: GivenRow): Promise<void> {
  const { id, userId, planName, grantedPeriods } = plan;
  const { grants, begun, dueAt } = findDue(plan, grantedPeriods, clock.now());
  for (const { number, startsAt, endsAt, creditsMilli } of grants) {
    await grantCredits(
      { db: tx, clock },
      {
        ...{ userId, creditsMilli, kind: "subscription", key: periodKey(id, number) },
        ...{ effectiveAt: startsAt, expiresAt: endsAt, description: `${planName}, on us` },
      },
    );
  }
  await updatePlan(tx, id, { grantedPeriods: begun, dueAt });
}

import { holdCredits } from "@/lib/credits";
import { keepHit } from "@/lib/quotas";
import { getUseAllowance, toTakenUse, type UseRefused } from "@/lib/usage";
import type { ServicesContext } from "./context";
import type { Service } from "./define-service";
import type { RunRequest } from "./run-request";
import { toInputBytes } from "./fingerprint";
import { settlingMs } from "./policy";
import { insertRun } from "./repository";
import type { OpenRun } from "./settle-run";

/** Rolls back what a limit refused. */
class NoRoom extends Error {
  constructor(readonly refused: UseRefused) {
    super("A limit leaves no room.");
  }
}

/**
 * The run, its count against the limits, its record of use and its hold come to be together, or none of them does. Null
 * when this key has a run by now.
 * @throws QuotaExceeded, InsufficientCredits
 */
export async function openRun(
  ctx: ServicesContext,
  service: Service,
  request: RunRequest & { fingerprint: string; quoteMilli: bigint },
): Promise<OpenRun | null> {
  const { userId, key, source, fingerprint, quoteMilli, input } = request;
  const at = ctx.clock.now();
  const holdExpiresAt = new Date(at.getTime() + service.timeoutMs + settlingMs);
  const row = {
    ...{ userId, key, source, fingerprint, createdAt: at, holdExpiresAt },
    ...{ serviceSlug: service.slug, inputBytes: toInputBytes(input), quotedMilli: quoteMilli },
  };
  const use = { userId, at, kind: "run", subject: service.slug, source } as const;
  const allowance = await getUseAllowance(ctx.db, use);
  try {
    return await ctx.db.transaction(async (tx) => {
      const inserted = await insertRun(tx, row, allowance);
      if (!inserted) return null;
      const { id, begun } = inserted;
      const taken = await toTakenUse(tx, { ...use, id }, { begun, allowance });
      if (taken.outcome === "refused") throw new NoRoom(taken);
      const run = { id, userId, quoteMilli, holdKey: `run:${id}` };
      if (quoteMilli === 0n) return run;
      await holdCredits(
        { db: tx, clock: ctx.clock },
        {
          ...{ userId, key: run.holdKey, reference: `run:${id}`, description: service.title },
          ...{ creditsMilli: quoteMilli, expiresAt: holdExpiresAt },
        },
      );
      return run;
    });
  } catch (error) {
    if (error instanceof NoRoom) throw await keepHit(ctx.db, { userId, ...error.refused, now: at });
    throw error;
  }
}

import type { AppContext } from "@/lib/context";
import { verifyLedger } from "@/lib/credits";
import { beginCheck, failCheck, finishCheck, insertCheck, noteProgress } from "./repository";

type Context = Pick<AppContext, "db" | "systemClock" | "log">;

async function check({ db, systemClock, log }: Context, id: string): Promise<void> {
  try {
    const report = await verifyLedger({ db }, undefined, (accounts) =>
      noteProgress(db, id, { accounts, now: systemClock.now() }),
    );
    await finishCheck(db, id, { report, now: systemClock.now() });
    const { differences } = report;
    if (differences.length > 0)
      log.fatal({ differences: differences.slice(0, 20) }, "the ledger does not add up");
  } catch (error) {
    await failCheck(db, id, systemClock.now());
    throw error;
  }
}

/** Handles the job "check-ledger": does the check that somebody asked for, once. */
export async function runLedgerCheck(ctx: Context, id: string): Promise<void> {
  if (await beginCheck(ctx.db, id, ctx.systemClock.now())) await check(ctx, id);
}

/** Handles the job "verify-ledger": the check of every night. */
export async function checkLedgerByTheClock(ctx: Context): Promise<void> {
  const begun = { state: "running", requestedById: null, now: ctx.systemClock.now() } as const;
  await check(ctx, await insertCheck(ctx.db, begun));
}

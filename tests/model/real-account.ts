import { expect } from "vitest";
import { getBalance } from "@/lib/credits";
import { type CreditBalance } from "@/lib/credits/types";
import { type Database } from "@/lib/db";
import { type FixedClock } from "@/tests/fakes/fixed-clock";
import { heldOf, total, type ModelLot } from "./model-lot";
import { type ReferenceLedger } from "./reference-ledger";

export interface RealAccount {
  db: Database;
  clock: FixedClock;
  userId: string;
}

interface Snapshot {
  balance: bigint;
  debt: bigint;
  seq: bigint;
  entries: bigint;
  remaining: bigint;
  lots: string[];
}

async function readSnapshot({ db, userId }: RealAccount): Promise<Snapshot | undefined> {
  const [snapshot] = await db.sql<Snapshot>({
    name: "model-snapshot",
    text: `
      SELECT a.balance_milli AS balance, a.debt_milli AS debt, a.seq,
        (SELECT coalesce(sum(delta_milli), 0)::bigint FROM credit_entries WHERE user_id = a.user_id) AS entries,
        (SELECT coalesce(sum(remaining_milli), 0)::bigint FROM credit_lots WHERE user_id = a.user_id) AS remaining,
        ARRAY(
          SELECT concat_ws(' ', no, remaining_milli, held_milli, expired_milli, clawed_milli, to_debt_milli, claimed_milli,
            waived_milli, debt_milli, repaid_milli, forgiven_milli, returned_minor, frozen_at IS NOT NULL)
          FROM credit_lots WHERE user_id = a.user_id ORDER BY no) AS lots
      FROM credit_accounts a WHERE a.user_id = $1::uuid`,
    values: [userId],
  });
  return snapshot;
}

function tell(lot: ModelLot): string {
  const held = heldOf(lot);
  const numbers = [
    lot.no,
    lot.free + held,
    held,
    lot.expired,
    lot.clawed,
    lot.toDebt,
    lot.waiting,
    lot.waived,
  ];
  return [...numbers, lot.debt, lot.repaid, lot.forgiven, lot.returned, lot.frozen ? "t" : "f"].join(" ");
}

/** The tables hold what the model holds, and the invariants hold on the tables themselves. */
export async function expectSameState(real: RealAccount, model: ReferenceLedger): Promise<void> {
  const snapshot = await readSnapshot(real);
  if (!snapshot) {
    expect(model.exists).toBe(false);
    return;
  }
  expect(snapshot.lots).toEqual(model.lots.map(tell));
  expect([snapshot.balance, snapshot.debt, snapshot.seq]).toEqual([model.balance(), model.debt, model.seq]);
  expect(snapshot.balance).toBe(snapshot.entries);
  expect(snapshot.balance).toBe(snapshot.remaining - snapshot.debt);
}

/** The balance that is read, with whatever lapsed unwritten, is what the model has after writing it. */
export async function expectSameBalance(real: RealAccount, model: ReferenceLedger): Promise<void> {
  const now = real.clock.now().getTime();
  const settled = model.copy();
  settled.settle(now);
  const live = settled.lots.filter((lot) => lot.effectiveAt <= now && !lot.frozen);
  const free = (lots: ModelLot[]) => total(lots.map((lot) => lot.free));
  const subscription = live.filter((lot) => lot.kind === "subscription");
  expect(await getBalance(real, real.userId)).toEqual({
    totalMilli: free(live),
    subscriptionMilli: free(subscription),
    paygMilli: free(live) - free(subscription),
    heldMilli: total(settled.lots.map(heldOf)),
    frozenMilli: free(settled.lots.filter((lot) => lot.frozen)),
    upcomingMilli: free(settled.lots.filter((lot) => !lot.frozen && lot.effectiveAt > now)),
    debtMilli: settled.debt,
    version: model.seq,
  } satisfies CreditBalance);
}

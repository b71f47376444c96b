import type { Database } from "@/lib/db";
import { defaultPriority } from "@/lib/credits/policy";
import type { Answer, Step } from "@/prisma/seed/books/steps";

const batchSize = 40;

/**
 * The ledger's own functions, one call for each step: a function that lives as long as the connection only chooses
 * among them, so that thousands of calls are a few round trips.
 */
const chooser = `
  CREATE OR REPLACE FUNCTION pg_temp.play_step(
    act text, u uuid, amount bigint, kind text, priority int, effective timestamptz, expires timestamptz, cost bigint,
    currency text, lot text, key text, ref text, words text, at timestamptz)
  RETURNS credit_result LANGUAGE plpgsql AS $$
  BEGIN
    CASE act
      WHEN 'grant' THEN RETURN credit_grant(
        u, amount, kind::credit_kind, priority, effective, expires, coalesce(cost, 0), currency, key, ref, words, at);
      WHEN 'hold' THEN RETURN credit_hold(u, amount, expires, key, ref, words, at);
      WHEN 'capture' THEN RETURN credit_capture(u, key, amount, at);
      WHEN 'release' THEN RETURN credit_release(u, key, at);
      WHEN 'revoke' THEN RETURN credit_revoke(u, lot, cost, currency, 0, key, ref, words, at);
      WHEN 'freeze', 'unfreeze' THEN RETURN credit_freeze(u, lot, act = 'freeze', key, ref, words, at);
      WHEN 'settle' THEN
        PERFORM credit_settle(u, at);
        RETURN ROW('settled', NULL, NULL, 0,
          (SELECT coalesce(sum(free_milli), 0) FROM credit_spendable(u, at)), at, '{}', '{}')::credit_result;
    END CASE;
  END $$`;

const played = `
  SELECT r.outcome, r.delta_milli AS "deltaMilli", r.balance_after_milli AS "balanceAfterMilli", r.touched, r.kinds
  FROM jsonb_to_recordset($1::jsonb) AS s (
    act text, "userId" uuid, "creditsMilli" bigint, kind text, priority int, "effectiveAt" timestamptz,
    "expiresAt" timestamptz, "costMinor" bigint, currency text, "lotKey" text, key text, reference text,
    description text, at timestamptz, no int)
  CROSS JOIN LATERAL pg_temp.play_step(
    s.act, s."userId", s."creditsMilli", s.kind, s.priority, s."effectiveAt", s."expiresAt", s."costMinor",
    s.currency, s."lotKey", s.key, s.reference, s.description, s.at) AS r
  ORDER BY s.no`;

function toJson(steps: readonly Step[]): string {
  const rows = steps.map(({ told: _, ...step }, no) =>
    step.act === "grant" ? { ...step, no, priority: defaultPriority(step.kind) } : { ...step, no },
  );
  return JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}

/** Lets everything happen through the functions of the database, some at a time: of one account, in the order of its time. */
export async function playForReal(db: Database, steps: readonly Step[]): Promise<void> {
  const inOrder = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (let from = 0; from < inOrder.length; from += batchSize) {
    const batch = inOrder.slice(from, from + batchSize);
    await db.transaction(async (tx) => {
      await tx.sql({ name: "chooser", text: chooser, values: [] });
      await tx.sql<Answer>({ name: "steps", text: played, values: [toJson(batch)] });
    });
  }
}

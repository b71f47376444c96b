import { type Db } from "@/lib/db";
import { checkAmount, checkKey, checkMoney, checkUserId } from "./check-input";
import { type CreditsContext } from "./context";
import { CreditCurrencyMismatch, CreditLimitExceeded, CreditRecordNotFound } from "./errors";
import { settleAccount } from "./repository";
import { type RevocationPreview, type RevokeInput } from "./types";

interface PlanRow {
  outcome: string | null;
  credits_milli: bigint;
  clawed: bigint;
  waived: bigint;
  claimed: bigint;
  owed: bigint;
}

type PreviewInput = Pick<RevokeInput, "userId" | "lotKey" | "take">;

async function readPlan(db: Db, { userId, lotKey, take }: PreviewInput): Promise<PlanRow | undefined> {
  const asked = "currency" in take ? [take.amountMinor, take.currency, 0n] : [0n, null, take.creditsMilli];
  const [row] = await db.sql<PlanRow>({
    name: "credit-plan-revocation",
    text: `
      SELECT p.outcome, p.credits_milli, p.clawed, p.waived, p.claimed, p.owed
      FROM credit_lots l CROSS JOIN LATERAL credit_plan_revocation(l, $3::bigint, $4::text, $5::bigint) p
      WHERE l.user_id = $1::uuid AND l.source_key = $2::text`,
    values: [userId, lotKey, ...asked],
  });
  return row;
}

/**
 * What `revokeCredits` would do, without doing it, so that the debt it makes can be shown before it is confirmed.
 * @throws CreditRecordNotFound (no such lot), CreditCurrencyMismatch, CreditLimitExceeded
 */
export async function previewRevocation(
  ctx: CreditsContext,
  input: PreviewInput,
): Promise<RevocationPreview> {
  checkUserId(input.userId);
  checkKey("lotKey", input.lotKey);
  if ("currency" in input.take) checkMoney("take", input.take);
  else checkAmount("take", input.take.creditsMilli);
  // What has lapsed by now is written first, as the revocation itself does: its rows decide what is left to take.
  await settleAccount(ctx.db, input.userId, ctx.clock.now());
  const plan = await readPlan(ctx.db, input);
  if (!plan) throw new CreditRecordNotFound("lot");
  if (plan.outcome === "other_currency") throw new CreditCurrencyMismatch();
  if (plan.outcome !== null) throw new CreditLimitExceeded("lot");
  return {
    creditsMilli: plan.credits_milli,
    takenMilli: plan.clawed,
    reservedMilli: plan.claimed,
    alreadyExpiredMilli: plan.waived,
    debtMilli: plan.owed,
  };
}

import { checkKey, checkUserId } from "./check-input";
import { type CreditsContext } from "./context";
import { CreditRecordNotFound } from "./errors";
import { settleAccount } from "./repository";
import { type RevocationPreview } from "./types";

/**
 * What revoking all of a lot that no revocation took yet would do.
 * @throws CreditRecordNotFound (no such lot)
 */
export async function previewRestOfLot(
  ctx: CreditsContext,
  { userId, lotKey }: { userId: string; lotKey: string },
): Promise<RevocationPreview> {
  checkUserId(userId);
  checkKey("lotKey", lotKey);
  await settleAccount(ctx.db, userId, ctx.clock.now());
  const [rest] = await ctx.db.sql<RevocationPreview>({
    name: "credit-plan-rest-of-lot",
    text: `
      SELECT p.credits_milli AS "creditsMilli", p.clawed AS "takenMilli", p.claimed AS "reservedMilli",
        p.waived AS "alreadyExpiredMilli", p.owed AS "debtMilli"
      FROM credit_lots l CROSS JOIN LATERAL credit_plan_revocation(l, 0::bigint, NULL::text, (
        l.amount_milli - l.clawed_milli - l.claimed_milli - l.waived_milli - l.debt_milli - l.repaid_milli
          - l.forgiven_milli)::bigint) p
      WHERE l.user_id = $1::uuid AND l.source_key = $2::text`,
    values: [userId, lotKey],
  });
  if (!rest) throw new CreditRecordNotFound("lot");
  return rest;
}

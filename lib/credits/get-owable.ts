import { checkUserId } from "./check-input";
import { type CreditsContext } from "./context";

/** What somebody used and does not owe: as much more can be made a debt. */
export async function getOwable(ctx: Pick<CreditsContext, "db">, userId: string): Promise<bigint> {
  checkUserId(userId);
  const [row] = await ctx.db.sql<{ milli: bigint }>({
    name: "credit-owable",
    text: `SELECT coalesce(sum(credit_owable(l)), 0)::bigint AS milli FROM credit_lots l WHERE l.user_id = $1::uuid`,
    values: [userId],
  });
  return row?.milli ?? 0n;
}

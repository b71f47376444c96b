import { beginSupportAct } from "@/lib/users";
import type { AdjustmentContext } from "./context";
import { planAdjustment, tokenOf } from "./policy";
import { readStanding } from "./read-standing";
import type { AdjustmentPreview, AdjustmentWish, Standing } from "./types";

/**
 * How somebody's account stands, for who may adjust it.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound
 */
export async function getStanding(ctx: AdjustmentContext, userId: string): Promise<Standing> {
  return ctx.db.transaction(async (tx) => {
    await beginSupportAct(tx, ctx.actor, userId);
    return readStanding(ctx, tx, userId);
  });
}

/**
 * What `adjustCredits` would do, by the same decision, without doing it.
 * @throws ActorNotAdmin | OwnAccount | UserNotFound
 */
export async function previewAdjustment(
  ctx: AdjustmentContext,
  { userId, wish }: { userId: string; wish: AdjustmentWish },
): Promise<AdjustmentPreview> {
  const standing = await getStanding(ctx, userId);
  return { plan: planAdjustment(standing, wish, ctx.clock.now()), token: tokenOf(standing, wish) };
}

import { openAdminContext } from "@/app/(app)/admin/admin-context";
import { orNotFound } from "@/app/(app)/or-not-found";
import { getPlan, planTokenOf } from "@/lib/subscriptions";
import { viewPerson } from "@/lib/support";

/** Whose plan a page of acts is about; the look is written down. */
export async function openPlan(userId: string) {
  const { ctx, origin } = await openAdminContext();
  const person = await orNotFound(() => viewPerson(ctx, { userId, tab: "subscription", origin }));
  const plan = await getPlan(ctx.db, person.id);
  const own = ctx.actor.kind === "user" && ctx.actor.userId === person.id;
  return { ctx, person, plan, own, token: plan && planTokenOf(plan) };
}

import { orNotFound } from "@/app/(app)/or-not-found";
import { viewPerson } from "@/lib/support";
import type { PersonPage } from "@/lib/support/types";
import { openAdminContext } from "../../../admin-context";

/** Who a page of acts is about; the look is written down. `own` where an admin looks at themselves. */
export async function openPerson(id: string, tab: PersonPage) {
  const { ctx, origin } = await openAdminContext();
  const person = await orNotFound(() => viewPerson(ctx, { userId: id, tab, origin }));
  const own = ctx.actor.kind === "user" && ctx.actor.userId === person.id;
  return { ctx, person, mayAct: !own && person.anonymisedAt === null };
}

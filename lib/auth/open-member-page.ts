import { headers } from "next/headers";
import { cache } from "react";
import { recordAudit } from "@/lib/audit";
import { actingAs, getContext, readOnly, type AppContext } from "@/lib/context";
import { currentPathHeader } from "@/lib/http";
import { readRequestOrigin } from "./read-request-origin";
import { requireSession } from "./require-user";
import type { SessionUser, SignedInUser } from "./types";

interface MemberPage {
  /** Whose page it is. */
  user: SignedInUser;
  /** Acts for them; reads alone where an admin looks as them. */
  ctx: AppContext;
  /** The end of the look of an admin as `user`. */
  viewingUntil: Date | null;
}

const actorOf = ({ id: userId, role, sessionId }: SignedInUser) =>
  ({ kind: "user", userId, role, sessionId }) as const;

/** As openMemberPage, for what stands around pages: it is not a look of its own. */
export const openMemberFrame = cache(async (): Promise<MemberPage> => {
  const { viewing, id, email, name, role, timeZone, sessionId } = await requireSession();
  if (!viewing) {
    const user = { id, email, name, role, timeZone, sessionId };
    return { user, ctx: actingAs(getContext(), actorOf(user)), viewingUntil: null };
  }
  const { until, ...viewed } = viewing;
  const user = { ...viewed, role: "member" as const, sessionId };
  return { user, ctx: readOnly(actingAs(getContext(), actorOf(user))), viewingUntil: until };
});

/** Written by the admin, where the context of what they look at can write nothing. */
async function recordLook({ id: userId, role, sessionId }: SessionUser, viewedId: string): Promise<void> {
  const { db, systemClock } = getContext();
  const { ip, userAgent } = await readRequestOrigin();
  const path = (await headers()).get(currentPathHeader) ?? "";
  await db.transaction((tx) =>
    recordAudit(tx, {
      actor: { kind: "user", userId, role, sessionId },
      ...{ origin: { ip, userAgent }, action: "page_viewed_as", target: { type: "user", id: viewedId } },
      ...{ userId: viewedId, after: { path: path.slice(0, 500) }, now: systemClock.now() },
    }),
  );
}

/**
 * What a page needs that only shows something of the person who is signed in, or of the member as whom an admin looks:
 * then PostgreSQL refuses every change that the page would make, Stripe is only read, and that it was looked at is
 * written down before anything is told. Guests are sent on as by requireUser.
 */
export const openMemberPage = cache(async (): Promise<MemberPage> => {
  const page = await openMemberFrame();
  if (page.viewingUntil) await recordLook(await requireSession(), page.user.id);
  return page;
});

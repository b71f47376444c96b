import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { findSessionUser, requireAdmin, requireUser, type SignedInUser } from "@/lib/auth";
import { actingAs, getContext, type AppContext } from "@/lib/context";
import { env } from "@/lib/env";
import { createPublicAction } from "./create-public-action";
import { limitCalls } from "./limit-calls";

const anyAction = createPublicAction({
  getContext,
  readHeaders: headers,
  getIpHeader: () => env().CLIENT_IP_HEADER,
});

function signedIn(app: AppContext, user: SignedInUser) {
  const { id, role, sessionId } = user;
  return { user, app: actingAs(app, { kind: "user", userId: id, role, sessionId }) };
}

/** For everybody but who looks as somebody else, and can change nothing meanwhile. The context acts as nobody. */
export const publicAction = anyAction.use(async ({ ctx, metadata, next }) => {
  if (!metadata.whileViewing && (await findSessionUser())?.viewing) redirect("/viewing");
  await limitCalls(ctx.app.db, metadata, ctx.ip);
  return next();
});

/** For signed-in, verified people; others are sent to sign in. `ctx.app` acts as that person. */
export const userAction = anyAction.use(async ({ ctx, metadata, next }) => {
  const user = await requireUser();
  await limitCalls(ctx.app.db, metadata, user.id);
  return next({ ctx: signedIn(ctx.app, user) });
});

/** For admins; to anybody else the action does not exist. */
export const adminAction = anyAction.use(async ({ ctx, metadata, next }) => {
  const user = await requireAdmin();
  await limitCalls(ctx.app.db, metadata, user.id);
  return next({ ctx: signedIn(ctx.app, user) });
});

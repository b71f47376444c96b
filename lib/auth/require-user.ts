import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { currentPathHeader } from "@/lib/http";
import { findSessionUser } from "./find-session-user";
import { toOwnPath } from "./policy";
import type { SessionUser, SignedInUser } from "./types";

/** Whoever is signed in, whatever they look as. */
export async function requireSession(): Promise<SessionUser> {
  const user = await findSessionUser();
  if (!user) {
    const next = toOwnPath((await headers()).get(currentPathHeader));
    redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  }
  if (!user.verified) redirect("/verify-email");
  return user;
}

/**
 * The signed-in, verified person behind this request, in pages, actions and route handlers.
 * Signed-out visitors go to /sign-in and come back to the page they wanted; unverified ones go to /verify-email. Who
 * looks as somebody else goes to /viewing: they can do nothing, in nobody's name. Pages that only show something
 * use openMemberPage.
 */
export async function requireUser(): Promise<SignedInUser> {
  const { id, email, name, role, timeZone, sessionId, viewing } = await requireSession();
  if (viewing) redirect("/viewing");
  return { id, email, name, role, timeZone, sessionId };
}

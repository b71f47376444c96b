import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { currentPathHeader } from "@/lib/http";
import { findSessionUser } from "./find-session-user";
import { toOwnPath } from "./policy";
import type { SignedInUser } from "./types";

/**
 * The signed-in, verified person behind this request, in pages, actions and route handlers.
 * Signed-out visitors go to /sign-in and come back to the page they wanted; unverified ones go to /verify-email.
 */
export async function requireUser(): Promise<SignedInUser> {
  const user = await findSessionUser();
  if (!user) {
    const next = toOwnPath((await headers()).get(currentPathHeader));
    redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  }
  if (!user.verified) redirect("/verify-email");
  const { id, email, name, role, timeZone, sessionId } = user;
  return { id, email, name, role, timeZone, sessionId };
}

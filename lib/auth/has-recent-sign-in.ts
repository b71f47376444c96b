import { getContext } from "@/lib/context";
import { findSessionUser } from "./find-session-user";
import { isRecentSignIn } from "./policy";

/** Whether who sent this request proved within ten minutes who they are: a page asks before it shows a form. */
export async function hasRecentSignIn(): Promise<boolean> {
  const user = await findSessionUser();
  return user !== null && isRecentSignIn(user.authenticatedAt, getContext().systemClock.now());
}

import type { Actor } from "@/lib/ports/actor";
import { findSessionUser } from "./find-session-user";

/** Who acts in this request. An unverified account acts as nobody. */
export async function getActor(): Promise<Actor> {
  const user = await findSessionUser();
  if (!user?.verified) return { kind: "anonymous" };
  return { kind: "user", userId: user.id, role: user.role, sessionId: user.sessionId };
}

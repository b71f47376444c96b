import { readRequestOrigin, requireAdmin } from "@/lib/auth";
import { actingAs, getContext } from "@/lib/context";

/** The context acting for the admin who asks, and where they ask from, for what is written down of it. */
export async function openAdminContext() {
  const { id: userId, role, sessionId } = await requireAdmin();
  const { ip, userAgent } = await readRequestOrigin();
  const ctx = actingAs(getContext(), { kind: "user", userId, role, sessionId });
  return { ctx, origin: { ip, userAgent } };
}

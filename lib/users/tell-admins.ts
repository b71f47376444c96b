import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import type { Actor } from "@/lib/ports/actor";
import { formatDateTime } from "@/lib/shared/format";
import { getUserEmail } from "./queries";

interface NewAdmin {
  userId: string;
  email: string;
  actor: Actor;
  /** The admins there were. */
  adminIds: readonly string[];
  auditUrl: string;
  now: Date;
}

/** Nobody becomes an admin in silence: the others are told, but for who did it. */
export async function tellAdminsOfNewOne(
  tx: Db,
  { userId, email, actor, adminIds, auditUrl, now }: NewAdmin,
): Promise<void> {
  const doer = actor.kind === "user" ? actor.userId : null;
  const by = doer === null ? "the command line" : await getUserEmail(tx, doer);
  const props = { newEmail: email, by, changedAt: formatDateTime(now), auditUrl };
  for (const id of adminIds) {
    if (id === doer || id === userId) continue;
    const to = await getUserEmail(tx, id);
    const key = `admin-added:${userId}:${now.getTime()}:${id}`;
    await queueEmail(tx, { to, userId: id, key, message: { template: "admin-added", props } });
  }
}

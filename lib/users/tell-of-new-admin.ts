import type { Db } from "@/lib/db";
import type { Actor } from "@/lib/ports/actor";
import { formatDateTime } from "@/lib/shared/format";
import { getUserEmail } from "./queries";
import { tellAdmins } from "./tell-admins";

interface NewAdmin {
  userId: string;
  email: string;
  actor: Actor;
  auditUrl: string;
  now: Date;
}

/** Nobody becomes an admin in silence: the others are told, but for who did it. */
export async function tellOfNewAdmin(
  tx: Db,
  { userId, email, actor, auditUrl, now }: NewAdmin,
): Promise<void> {
  const doer = actor.kind === "user" ? actor.userId : null;
  const by = doer === null ? "the command line" : await getUserEmail(tx, doer);
  const props = { newEmail: email, by, changedAt: formatDateTime(now), auditUrl };
  await tellAdmins(tx, {
    key: `admin-added:${userId}:${now.getTime()}`,
    message: { template: "admin-added", props },
    except: [userId, doer],
  });
}

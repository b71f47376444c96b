import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { formatDateTime } from "@/lib/shared/format";
import { getUserEmail } from "@/lib/users";
import type { PasskeysContext } from "./context";

interface Change {
  template: "passkey-added" | "passkey-removed";
  userId: string;
  name: string;
  now: Date;
}

/** Mails the owner in the transaction of the change. */
export async function tellOwner(
  tx: Db,
  { appUrl }: Pick<PasskeysContext, "appUrl">,
  { template, userId, name, now }: Change,
): Promise<void> {
  const props = { name, changedAt: formatDateTime(now), securityUrl: `${appUrl}/settings/security` };
  await queueEmail(tx, {
    to: await getUserEmail(tx, userId),
    message: { template, props },
    key: `${template}:${uuidv7()}`,
    userId,
  });
}

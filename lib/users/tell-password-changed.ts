import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { formatDateTime } from "@/lib/shared/format";

interface Owner {
  userId: string;
  email: string;
  now: Date;
}

/** Tells the owner of an account, in the transaction of the change, that its password is another one. */
export async function tellPasswordChanged(
  tx: Db,
  { appUrl }: Pick<AppContext, "appUrl">,
  { userId, email, now }: Owner,
): Promise<void> {
  await queueEmail(tx, {
    to: email,
    message: {
      template: "password-changed",
      props: { changedAt: formatDateTime(now), resetUrl: `${appUrl}/forgot-password` },
    },
    key: `password-changed:${userId}:${now.getTime()}`,
    userId,
  });
}

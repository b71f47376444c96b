import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { formatDateTime } from "@/lib/shared/format";
import { getUserEmail } from "@/lib/users";
import { providerNames, type LinkedProvider } from "./types";

interface Change {
  template: "account-linked" | "account-unlinked";
  userId: string;
  provider: LinkedProvider;
  /** Its address there. */
  account: string;
  now: Date;
}

/** Tells a person, in the transaction of the change, that they have a way in more or less. */
export async function tellOwner(
  tx: Db,
  { appUrl }: Pick<AppContext, "appUrl">,
  { template, userId, provider, account, now }: Change,
): Promise<void> {
  await queueEmail(tx, {
    to: await getUserEmail(tx, userId),
    message: {
      template,
      props: {
        provider: providerNames[provider],
        account,
        changedAt: formatDateTime(now),
        securityUrl: `${appUrl}/settings/security`,
        resetUrl: `${appUrl}/forgot-password`,
      },
    },
    key: `${template}:${userId}:${provider}:${now.getTime()}`,
    userId,
  });
}

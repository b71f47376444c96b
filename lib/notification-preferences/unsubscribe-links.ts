import type { AppContext } from "@/lib/context";
import type { MailUnsubscribe } from "@/lib/ports/mailer";
import { findMailKind } from "./mail-kinds";
import { isAlwaysOn } from "./policy";
import { toUnsubscribeToken } from "./unsubscribe-token";

/** Where a mail to a person is switched off; undefined for mails that cannot be. */
export function unsubscribeLinks(
  { unsubscribeKeys, appUrl }: Pick<AppContext, "unsubscribeKeys" | "appUrl">,
  { template, userId }: { template: string; userId: string | null },
): MailUnsubscribe | undefined {
  const kind = findMailKind(template);
  if (kind === null || userId === null || isAlwaysOn(kind)) return undefined;
  const token = toUnsubscribeToken(unsubscribeKeys, { userId, kind });
  return {
    oneClickUrl: `${appUrl}/unsubscribe/one-click?token=${token}`,
    pageUrl: `${appUrl}/unsubscribe?token=${token}`,
    settingsUrl: `${appUrl}/settings/notifications`,
    token,
  };
}

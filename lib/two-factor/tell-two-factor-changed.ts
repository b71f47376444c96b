import { v7 as uuidv7 } from "uuid";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { deviceName } from "@/lib/shared/device-name";
import { formatDateTime } from "@/lib/shared/format";
import { getUserEmail } from "@/lib/users";

type TwoFactorChange = "two_factor_on" | "two_factor_off" | "recovery_codes_renewed" | "recovery_code_used";

const what: Record<TwoFactorChange, string> = {
  two_factor_on: "Two-factor sign-in is on",
  two_factor_off: "Two-factor sign-in is off",
  recovery_codes_renewed: "You have new recovery codes",
  recovery_code_used: "A recovery code was used",
};

function meaningOf(change: TwoFactorChange, codesLeft: number): string {
  if (change === "two_factor_on")
    return "From now on signing in takes a code of your authenticator. Every other session has ended.";
  if (change === "two_factor_off") return "From now on your first proof is enough to sign in.";
  if (change === "recovery_codes_renewed") return "The ones from before work no more.";
  return `It works no more. You have ${codesLeft} left.`;
}

interface Change {
  userId: string;
  change: TwoFactorChange;
  origin: EventOrigin;
  /** Recovery codes that are left, where one was used. */
  codesLeft?: number;
  /** Words for the log and in place of the device, where it was not its owner's doing. */
  by?: string;
  now: Date;
}

/** Notes a change in the owner's security log and mails it to them, in the transaction of the change. */
export async function tellTwoFactorChanged(
  tx: Db,
  { appUrl }: Pick<AppContext, "appUrl">,
  { userId, change, origin, codesLeft = 0, by, now }: Change,
): Promise<void> {
  await recordSecurityEvent(tx, { userId, kind: change, origin, detail: by ?? null, now });
  await queueEmail(tx, {
    to: await getUserEmail(tx, userId),
    message: {
      template: "two-factor-changed",
      props: {
        what: what[change],
        meaning: meaningOf(change, codesLeft),
        device: by ?? deviceName(origin.userAgent),
        ip: origin.ip ?? "unknown",
        changedAt: formatDateTime(now),
        securityUrl: `${appUrl}/settings/security/two-factor`,
        resetUrl: `${appUrl}/forgot-password`,
      },
    },
    key: `${change}:${uuidv7()}`,
    userId,
  });
}

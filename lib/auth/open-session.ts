import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { recordSecurityEvent } from "@/lib/security-log";
import { deviceName } from "@/lib/shared/device-name";
import { formatDateTime } from "@/lib/shared/format";
import { hasSecondFactor, SecondStepRequired } from "@/lib/two-factor";
import { getUserEmail, InvalidCredentials } from "@/lib/users";
import { noteDevice } from "./device-repository";
import { createSession, lockPasswordStamp } from "./repository";
import type { RequestOrigin } from "./types";

interface SignIn {
  token: string;
  userId: string;
  /** Not a password, a link or another provider alone. */
  provenTwice?: boolean;
  /** Of the password that the proof was made under, where one was. */
  passwordStamp?: string | undefined;
  origin: RequestOrigin;
}

/**
 * Starts a session, whatever way the person signed in: writes it into their security log, and mails them when the
 * browser was never seen with them before. Their very first sign-in mails nothing.
 * What ends a person's sessions and what opens one wait for each other: a proof of before counts no more after.
 * @throws SecondStepRequired: the last door, should a way in forget to ask
 * @throws InvalidCredentials when the password has changed since it was looked at
 */
export async function openSession(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  { token, userId, provenTwice = false, passwordStamp, origin }: SignIn,
): Promise<{ expires: Date; deviceToken: string }> {
  const now = ctx.systemClock.now();
  return ctx.db.transaction(async (tx) => {
    const current = await lockPasswordStamp(tx, userId);
    if (passwordStamp !== undefined && passwordStamp !== current) throw new InvalidCredentials();
    if (!provenTwice && (await hasSecondFactor(tx, userId))) throw new SecondStepRequired();
    const session = await createSession(tx, { token, userId, now, origin });
    const device = await noteDevice(tx, { userId, token: origin.deviceToken, now });
    await recordSecurityEvent(tx, { userId, kind: "signed_in", origin, now });
    if (device.isNew) {
      const props = {
        device: deviceName(origin.userAgent),
        ip: origin.ip ?? "unknown",
        signedInAt: formatDateTime(now),
        securityUrl: `${ctx.appUrl}/settings/security`,
        resetUrl: `${ctx.appUrl}/forgot-password`,
      };
      await queueEmail(tx, {
        to: await getUserEmail(tx, userId),
        message: { template: "new-device", props },
        key: `new-device:${session.id}`,
        userId,
      });
    }
    return { expires: session.expires, deviceToken: device.token };
  });
}

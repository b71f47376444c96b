import type { EventOrigin } from "@/lib/security-log";
import { CodeWrong, SetupOver } from "./errors";
import { issueRecoveryCodes } from "./issue-recovery-codes";
import { consumeCode, forgiveCodes } from "./limits";
import { matchTotp } from "./match-totp";
import { setupMs, toTypedCode } from "./policy";
import { findSecret } from "./queries";
import { confirmSecret, deleteSessions, lockOwner } from "./repository";
import { secretPurpose } from "./secret-purpose";
import { tellTwoFactorChanged } from "./tell-two-factor-changed";
import type { TwoFactorContext } from "./verify-second-factor";

interface Confirmation {
  userId: string;
  /** The session that stays: that of who turns it on. */
  sessionId: string;
  code: unknown;
  origin: EventOrigin;
}

/**
 * Turns two-factor sign-in on with the first code of the authenticator. Every other session ends, the owner is told by
 * mail. The caller gives this browser a new session cookie.
 * @returns the recovery codes, which are told this once
 * @throws SetupOver | CodeWrong | TooManyAttempts
 */
export async function confirmTwoFactor(
  ctx: TwoFactorContext,
  { userId, sessionId, code, origin }: Confirmation,
): Promise<string[]> {
  const { db, systemClock, secretBox } = ctx;
  const now = systemClock.now();
  await consumeCode(db, { userId, ip: origin.ip, now });
  const row = await findSecret(db, userId);
  const secret = row && !row.confirmedAt ? secretBox.open(row, secretPurpose(userId)) : null;
  if (!row || !secret || now.getTime() - row.createdAt.getTime() > setupMs) throw new SetupOver();
  const given = toTypedCode(code);
  const step = given?.kind === "totp" ? matchTotp(secret, given.code, now) : null;
  if (step === null) throw new CodeWrong();
  const codes = await db.transaction(async (tx) => {
    await lockOwner(tx, userId);
    if (!(await confirmSecret(tx, { userId, sealed: row.sealed, step, now }))) throw new SetupOver();
    await deleteSessions(tx, userId, sessionId);
    await tellTwoFactorChanged(tx, ctx, { userId, change: "two_factor_on", origin, now });
    return issueRecoveryCodes(tx, userId, now);
  });
  await forgiveCodes(db, { userId, ip: origin.ip });
  return codes;
}

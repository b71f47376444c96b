import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import type { EventOrigin } from "@/lib/security-log";
import { CodeUsed, CodeWrong, SecretUnreadable, TwoFactorOff } from "./errors";
import { matchTotp } from "./match-totp";
import { toTypedCode } from "./policy";
import { countRecoveryCodes, findSecret, hasSecondFactor } from "./queries";
import { hashRecoveryCode } from "./recovery-code";
import { claimStep, resealSecret, spendRecoveryCode } from "./repository";
import { secretPurpose } from "./secret-purpose";
import { tellTwoFactorChanged } from "./tell-two-factor-changed";

export interface GivenCode {
  userId: string;
  /** Straight from the form: anything at all. */
  code: unknown;
  origin: EventOrigin;
}

type CodeContext = Pick<AppContext, "systemClock" | "secretBox" | "log" | "appUrl">;

async function acceptTotp(
  tx: Db,
  { systemClock, secretBox, log }: CodeContext,
  { userId, code }: { userId: string; code: string },
): Promise<void> {
  const row = await findSecret(tx, userId);
  if (!row?.confirmedAt) throw new TwoFactorOff();
  const secret = secretBox.open(row, secretPurpose(userId));
  if (secret === null) {
    log.error(
      { userId, keyId: row.keyId },
      "the secret of an authenticator cannot be read: AUTH_SECRET changed?",
    );
    throw new SecretUnreadable();
  }
  const step = matchTotp(secret, code, systemClock.now());
  if (step === null) throw new CodeWrong();
  if (!(await claimStep(tx, userId, step))) throw new CodeUsed();
  const resealed = secretBox.seal(secret, secretPurpose(userId));
  if (resealed.keyId !== row.keyId) await resealSecret(tx, userId, resealed);
}

/**
 * Accepts a code of the authenticator, or a recovery code, in the caller's transaction: each of them once, if that
 * commits. Count the try before.
 * @throws CodeWrong | CodeUsed | SecretUnreadable | TwoFactorOff
 */
export async function acceptCode(
  tx: Db,
  ctx: CodeContext,
  { userId, code: typed, origin }: GivenCode,
): Promise<void> {
  const given = toTypedCode(typed);
  if (!given) throw new CodeWrong();
  if (given.kind === "totp") return acceptTotp(tx, ctx, { userId, code: given.code });
  if (!(await hasSecondFactor(tx, userId))) throw new TwoFactorOff();
  const now = ctx.systemClock.now();
  const codeHash = hashRecoveryCode(userId, given.code);
  if (!(await spendRecoveryCode(tx, { userId, codeHash, now }))) throw new CodeWrong();
  const codesLeft = await countRecoveryCodes(tx, userId);
  await tellTwoFactorChanged(tx, ctx, { userId, change: "recovery_code_used", origin, codesLeft, now });
}

import type { Db } from "@/lib/db";
import { hashRecoveryCode, newRecoveryCodes, showRecoveryCode } from "./recovery-code";
import { replaceRecoveryCodes } from "./repository";

/** Makes ten new codes in the caller's transaction; those from before count no more. @returns them, to be shown once */
export async function issueRecoveryCodes(tx: Db, userId: string, now: Date): Promise<string[]> {
  const codes = newRecoveryCodes();
  const codeHashes = codes.map((code) => hashRecoveryCode(userId, code));
  await replaceRecoveryCodes(tx, { userId, codeHashes, now });
  return codes.map(showRecoveryCode);
}

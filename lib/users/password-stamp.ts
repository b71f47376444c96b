import { createHash } from "node:crypto";

/**
 * Names the password that a proof was made under, without telling anything of it: what comes of the proof counts only
 * while the account still has that password.
 */
export function passwordStamp(passwordHash: string | null): string {
  return createHash("sha256")
    .update(passwordHash ?? "")
    .digest("hex");
}

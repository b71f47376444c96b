import { createHash, randomInt } from "node:crypto";
import { recoveryCodeCount, recoveryCodeLength } from "./policy";

/** Crockford's 32 signs: none looks like another. 24 of them are 120 random bits. */
const signs = "0123456789abcdefghjkmnpqrstvwxyz";

const newCode = () =>
  Array.from({ length: recoveryCodeLength }, () => signs[randomInt(signs.length)]).join("");

/** Ten codes, without the dashes that they are shown with. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, newCode);
}

/** "abcd-efgh-jkmn-pqrs-tvwx-yz01" */
export function showRecoveryCode(code: string): string {
  return code.match(/.{4}/g)?.join("-") ?? code;
}

/** All that is stored. 120 random bits need no slow hash. */
export function hashRecoveryCode(userId: string, code: string): string {
  return createHash("sha256").update(`${userId}:${code}`).digest("hex");
}

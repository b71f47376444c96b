import { createHash, randomInt } from "node:crypto";
import { recoveryCodeCount } from "./policy";

/** Crockford's 32 signs: none looks like another. Sixteen of them are 80 random bits. */
const signs = "0123456789abcdefghjkmnpqrstvwxyz";

const newCode = () => Array.from({ length: 16 }, () => signs[randomInt(signs.length)]).join("");

/** Ten codes, without the dashes that they are shown with. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, newCode);
}

/** "abcd-efgh-jkmn-pqrs" */
export function showRecoveryCode(code: string): string {
  return code.match(/.{4}/g)?.join("-") ?? code;
}

/** All that is stored. 80 random bits need no slow hash. */
export function hashRecoveryCode(userId: string, code: string): string {
  return createHash("sha256").update(`${userId}:${code}`).digest("hex");
}

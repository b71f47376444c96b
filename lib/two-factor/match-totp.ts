import { verifySync } from "otplib";
import { stepSeconds } from "./policy";

/**
 * The step of 30 seconds whose code this is, of the current one and its two neighbours, or null. RFC 6238 with SHA-1 and
 * six digits, which is what authenticator apps know. Compares in constant time.
 */
export function matchTotp(secret: string, code: string, now: Date): number | null {
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({
    secret,
    token: code,
    epoch,
    period: stepSeconds,
    epochTolerance: stepSeconds,
    digits: 6,
    algorithm: "sha1",
  });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

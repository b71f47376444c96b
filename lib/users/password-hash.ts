import { hash, verify, type Options } from "@node-rs/argon2";
import { normalisePassword } from "@/lib/shared/password-strength";

/** argon2id (the library's default), about 100 ms of one core and 64 MiB on the reference machine; a hash carries its own parameters. */
const cost: Options = { memoryCost: 65_536, timeCost: 4, parallelism: 1 };
const currentPrefix = "$argon2id$v=19$m=65536,t=4,p=1$";

/** Hashes a password for storing. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalisePassword(password), cost);
}

/** True when a stored hash was made with other parameters than today's. */
export function isOutdatedHash(passwordHash: string): boolean {
  return !passwordHash.startsWith(currentPrefix);
}

/** Of random bytes that nobody kept. */
const decoy =
  "$argon2id$v=19$m=65536,t=4,p=1$9k1rpIzVLTZyXc64HGHgaQ$vVAe4Ll55CDEVu53/u8IN1n5Uzi3dfA9YD2kfUafCZw";

/**
 * Compares a password with a stored hash. Without a hash it does the same work on a decoy and answers false, so
 * that time does not tell whether an address has an account.
 */
export async function matchesHash(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? decoy, normalisePassword(password));
  return matches && passwordHash !== null;
}

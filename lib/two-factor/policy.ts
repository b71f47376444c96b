const minute = 60_000;

/** How long a sign-in waits for its second step. */
export const pendingMs = 10 * minute;
/** A sign-in that failed its second step this often starts anew. */
export const pendingAttempts = 10;
/** How long a secret waits for the code that confirms it. */
export const setupMs = 30 * minute;
/** A code of an authenticator counts for this long. */
export const stepSeconds = 30;
export const recoveryCodeCount = 10;
/** In signs, each of which is five random bits. */
export const recoveryCodeLength = 24;

/** What somebody typed in the field of the code. */
export type TypedCode = { kind: "totp"; code: string } | { kind: "recovery"; code: string };

const recoveryCode = new RegExp(`^[\\da-z]{${recoveryCodeLength}}$`);

const lookalikes: Record<string, string> = { o: "0", i: "1", l: "1", u: "v" };

/** Authenticators show "123 456", recovery codes are copied with dashes; null for anything else. */
export function toTypedCode(typed: unknown): TypedCode | null {
  if (typeof typed !== "string" || typed.length > 100) return null;
  const bare = typed.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "");
  if (/^\d{6}$/.test(bare)) return { kind: "totp", code: bare };
  const code = bare.replace(/[oilu]/g, (letter) => lookalikes[letter] ?? letter);
  return recoveryCode.test(code) ? { kind: "recovery", code } : null;
}

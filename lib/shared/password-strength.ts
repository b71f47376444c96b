import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { ZxcvbnFactory, type MatchExtended } from "@zxcvbn-ts/core";

export const passwordLength = { min: 8, ample: 12, max: 256 };

export type PasswordProblem = "too_short" | "too_long" | "unreadable" | "personal" | "common" | "weak";

export interface PasswordVerdict {
  /** 0 to 4, for the meter. */
  score: 0 | 1 | 2 | 3 | 4;
  /** Null when the password may be used. */
  problem: PasswordProblem | null;
}

let estimator: ZxcvbnFactory | undefined;

/** Estimating a long string takes seconds of processor time; its first 40 characters say enough, in milliseconds. */
function estimate(password: string, personal: readonly string[]) {
  estimator ??= new ZxcvbnFactory({
    dictionary,
    graphs: adjacencyGraphs,
    maxLength: 40,
    l33tMaxSubstitutions: 5,
  });
  return estimator.check(password, [...personal, "quickscale"]);
}

/** The form in which a password is judged and hashed: the same on every keyboard and system. */
export function normalisePassword(password: string): string {
  return password.normalize("NFKC");
}

/** Control characters and half characters cannot be typed again reliably, so they are refused when choosing. */
function isUnreadable(password: string): boolean {
  return !password.isWellFormed() || /\p{Cc}/u.test(password);
}

/** The parts of somebody's e-mail address and name that a password must not be built from. */
function personalParts(personal: readonly string[]): string[] {
  const parts = personal.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  return parts.map((part) => part.toLowerCase()).filter((part) => part.length >= 4);
}

/** "Password-2026!": one password from the lists of stolen ones, dressed up with digits and signs. */
function isDressedUp(password: string, sequence: readonly MatchExtended[]): boolean {
  return sequence.some(
    ({ pattern, i, j, ...match }) =>
      pattern === "dictionary" &&
      match.dictionaryName === "passwords-common" &&
      !/\p{L}/u.test(password.slice(0, i) + password.slice(j + 1)),
  );
}

/**
 * Decides whether a password may be chosen: at least 8 characters that are hard to guess, or at least 12 that are
 * not easy to guess; never a common or stolen one, never built from the person's own address or name.
 * The browser's meter and the server ask this same function.
 */
export function judgePassword(input: string, personal: readonly string[]): PasswordVerdict {
  if (input.length > passwordLength.max) return { score: 0, problem: "too_long" };
  if (isUnreadable(input)) return { score: 0, problem: "unreadable" };
  const password = normalisePassword(input);
  if (password.length > passwordLength.max) return { score: 0, problem: "too_long" };
  const own = personalParts(personal);
  const { score, sequence } = estimate(password, own);
  const length = Array.from(password).length;
  if (length < passwordLength.min) return { score: Math.min(score, 1) as 0 | 1, problem: "too_short" };
  if (own.some((part) => password.toLowerCase().includes(part)))
    return { score: Math.min(score, 1) as 0 | 1, problem: "personal" };
  if (score <= 1 || isDressedUp(password, sequence))
    return { score: Math.min(score, 1) as 0 | 1, problem: "common" };
  if (score === 2 && length < passwordLength.ample) return { score, problem: "weak" };
  return { score, problem: null };
}

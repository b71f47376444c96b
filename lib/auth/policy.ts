import { hostCookieName } from "@/lib/shared/host-cookie-name";

const minute = 60_000;
const day = 24 * 60 * minute;

/** A session that was not used for this long is over. */
export const idleLimitMs = 7 * day;
/** A session is over after this long, however busy. */
export const absoluteLimitMs = 30 * day;
/** `lastUsedAt` is written at most this often, so that reading a page is not a write. */
export const touchIntervalMs = 5 * minute;

/** What is hard to undo wants a proof of who asks that is no older than this. */
const recentSignInMs = 10 * minute;

/** Whether somebody proved who they are so lately that they need not do it again. */
export function isRecentSignIn(authenticatedAt: Date, now: Date): boolean {
  return now.getTime() - authenticatedAt.getTime() <= recentSignInMs;
}

const base = "http://own.invalid";

/**
 * The path to go to after signing in: an absolute path on this site, or `fallback`.
 * Foreign sites, protocol-relative and backslash forms, control characters and sign-in itself are refused.
 */
export function toOwnPath(next: unknown, fallback = "/dashboard"): string {
  if (typeof next !== "string" || next.length > 2000 || !next.startsWith("/")) return fallback;
  if (!URL.canParse(next, base)) return fallback;
  const url = new URL(next, base);
  if (url.origin !== base || url.pathname.startsWith("//") || url.pathname.startsWith("/sign-"))
    return fallback;
  return `${url.pathname}${url.search}`;
}

/** Who signs in in two steps has done both: the second step itself, and a passkey, which is a thing and a person. */
export function provesTwice(provider: unknown): boolean {
  return provider === "second-factor" || provider === "passkey";
}

/** A browser is known again for this long after the last sign-in in it: as long as browsers keep a cookie. */
export const deviceCookieSeconds = (400 * day) / 1000;

/** Closed to scripts, and sent along by links from other sites but not by their forms. */
export function cookieOptions(appUrl: string) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: appUrl.startsWith("https:") } as const;
}

export function deviceCookieName(appUrl: string): string {
  return hostCookieName("quickscale-device", appUrl);
}

export function sessionCookieName(appUrl: string): string {
  return hostCookieName("quickscale-session", appUrl);
}

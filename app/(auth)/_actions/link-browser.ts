import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { hostCookieName } from "@/lib/shared/host-cookie-name";

const cookieName = () => hostCookieName("quickscale-link", env().APP_URL);
const wellFormed = /^[\w-]{43}$/;

/** The cookie by which the browser that asked for a link to sign in is known when it opens it. */
export async function findLinkBrowser(): Promise<string | null> {
  const value = (await cookies()).get(cookieName())?.value;
  return value && wellFormed.test(value) ? value : null;
}

/** As it was, or new, for as long as a link works. */
export async function rememberLinkBrowser(): Promise<string> {
  const token = (await findLinkBrowser()) ?? randomBytes(32).toString("base64url");
  (await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_URL.startsWith("https:"),
    path: "/",
    maxAge: 15 * 60,
  });
  return token;
}

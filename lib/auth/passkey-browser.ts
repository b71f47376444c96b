import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { hostCookieName } from "@/lib/shared/host-cookie-name";
import { cookieOptions } from "./policy";

const cookieName = () => hostCookieName("quickscale-passkey", env().APP_URL);
const wellFormed = /^[\w-]{43}$/;
/** As long as a device may take to answer. */
const seconds = 5 * 60;

/** The cookie by which the browser that asked for a passkey is known when it answers. */
export async function findPasskeyBrowser(): Promise<string | null> {
  const value = (await cookies()).get(cookieName())?.value;
  return value && wellFormed.test(value) ? value : null;
}

/** As it was, so that two pages can ask at once, or new. */
export async function rememberPasskeyBrowser(): Promise<string> {
  const token = (await findPasskeyBrowser()) ?? randomBytes(32).toString("base64url");
  (await cookies()).set(cookieName(), token, { ...cookieOptions(env().APP_URL), maxAge: seconds });
  return token;
}

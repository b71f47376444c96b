import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { cookieOptions, deviceCookieName, deviceCookieSeconds } from "./policy";

/** Gives the browser that is being answered the cookie by which it is known again. */
export async function rememberDevice(token: string): Promise<void> {
  const { APP_URL } = env();
  const jar = await cookies();
  jar.set(deviceCookieName(APP_URL), token, { ...cookieOptions(APP_URL), maxAge: deviceCookieSeconds });
}

import { cookies, headers } from "next/headers";
import { env } from "@/lib/env";
import { clientIp } from "@/lib/http";
import { deviceCookieName, sessionCookieName } from "./policy";
import type { RequestOrigin } from "./types";

/** Of the request being answered. */
export async function readRequestOrigin(): Promise<RequestOrigin> {
  const [list, jar] = await Promise.all([headers(), cookies()]);
  const { APP_URL, CLIENT_IP_HEADER } = env();
  return {
    ip: clientIp(list, CLIENT_IP_HEADER),
    userAgent: list.get("user-agent"),
    sessionToken: jar.get(sessionCookieName(APP_URL))?.value ?? null,
    deviceToken: jar.get(deviceCookieName(APP_URL))?.value ?? null,
  };
}

import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { hostCookieName } from "@/lib/shared/host-cookie-name";
import { cookieOptions } from "./policy";

/** The cookie that binds a sign-in which owes its second step to the browser that began it. */
export interface SecondStepCookie {
  read: () => Promise<string | null>;
  set: (token: string, expires: Date) => Promise<void>;
  clear: () => Promise<void>;
}

const nameOf = (appUrl: string) => hostCookieName("quickscale-second-step", appUrl);

/** Of the request being answered. */
export const secondStepCookie: SecondStepCookie = {
  async read() {
    return (await cookies()).get(nameOf(env().APP_URL))?.value ?? null;
  },
  async set(token, expires) {
    const { APP_URL } = env();
    (await cookies()).set(nameOf(APP_URL), token, { ...cookieOptions(APP_URL), expires });
  },
  async clear() {
    const { APP_URL } = env();
    // A cookie of the prefix `__Host-` is only taken back with the attributes it was given with.
    (await cookies()).set(nameOf(APP_URL), "", { ...cookieOptions(APP_URL), maxAge: 0 });
  },
};

import { cookies } from "next/headers";
import { z } from "zod";
import { toOwnPath } from "@/lib/auth";
import { env } from "@/lib/env";
import { hostCookieName } from "@/lib/shared/host-cookie-name";
import { normaliseEmail } from "@/lib/users";

const cookieName = () => hostCookieName("quickscale-pending", env().APP_URL);
const pendingSchema = z.object({ email: z.string(), next: z.string().optional() });

export interface PendingSignUp {
  email: string;
  /** Where the person wanted to go before signing up. */
  next: string;
}

function cookieOptions() {
  const secure = env().APP_URL.startsWith("https:");
  return { httpOnly: true, sameSite: "lax", secure, path: "/" } as const;
}

/** Keeps in this browser, not in an address bar or a log, which address waits for its mail. */
export async function rememberSignUp(email: string, next: string | undefined): Promise<void> {
  const value = JSON.stringify({ email, next });
  (await cookies()).set(cookieName(), value, { ...cookieOptions(), maxAge: 24 * 60 * 60 });
}

export async function findPendingSignUp(): Promise<PendingSignUp | null> {
  const value = (await cookies()).get(cookieName())?.value;
  const parsed = pendingSchema.safeParse(value ? parseJson(value) : null);
  const email = parsed.success ? normaliseEmail(parsed.data.email) : null;
  return email ? { email, next: toOwnPath(parsed.data?.next) } : null;
}

/** With all that it was set with: browsers let nothing less replace a cookie that is bound to its host. */
export async function forgetSignUp(): Promise<void> {
  (await cookies()).set(cookieName(), "", { ...cookieOptions(), maxAge: 0 });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

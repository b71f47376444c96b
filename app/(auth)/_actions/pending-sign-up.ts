import { cookies } from "next/headers";
import { z } from "zod";
import { toOwnPath } from "@/lib/auth";
import { env } from "@/lib/env";
import { normaliseEmail } from "@/lib/users";

const name = "quickscale-pending";
const pendingSchema = z.object({ email: z.string(), next: z.string().optional() });

export interface PendingSignUp {
  email: string;
  /** Where the person wanted to go before signing up. */
  next: string;
}

/** Keeps in this browser, not in an address bar or a log, which address waits for its mail. */
export async function rememberSignUp(email: string, next: string | undefined): Promise<void> {
  (await cookies()).set(name, JSON.stringify({ email, next }), {
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_URL.startsWith("https:"),
    path: "/",
    maxAge: 24 * 60 * 60,
  });
}

export async function findPendingSignUp(): Promise<PendingSignUp | null> {
  const value = (await cookies()).get(name)?.value;
  const parsed = pendingSchema.safeParse(value ? parseJson(value) : null);
  const email = parsed.success ? normaliseEmail(parsed.data.email) : null;
  return email ? { email, next: toOwnPath(parsed.data?.next) } : null;
}

export async function forgetSignUp(): Promise<void> {
  (await cookies()).delete(name);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { linkedProviders } from "@/lib/linked-accounts/types";
import { hostCookieName } from "@/lib/shared/host-cookie-name";
import { stateCookieName } from "./flow-cookies";
import { cookieOptions } from "./policy";

const intentSchema = z.object({
  provider: z.enum(linkedProviders),
  purpose: z.enum(["sign-in", "link", "confirm"]),
  /** A path of ours. */
  next: z.string(),
  /** Who is signed in links or confirms in this session, and no other. */
  sessionId: z.uuid().nullable(),
  /** Of NextAuth's cookie for this one flow. */
  stateHash: z.string(),
});

/** What a person wants of a provider. */
export type ProviderIntent = Omit<z.infer<typeof intentSchema>, "stateHash">;

const lifetimeSeconds = 15 * 60;
const cookieName = (appUrl: string) => hostCookieName("quickscale-provider", appUrl);

async function stateHash(appUrl: string): Promise<string | null> {
  const state = (await cookies()).get(stateCookieName(appUrl))?.value;
  return state ? createHash("sha256").update(state).digest("hex") : null;
}

const sealing = () => ({ secret: env().AUTH_SECRET, salt: "quickscale-provider-intent" });

/** Keeps in this browser what the flow that was just begun is for: nobody else can make or read it. */
export async function rememberIntent(intent: ProviderIntent): Promise<void> {
  const { APP_URL } = env();
  const token = { ...intent, stateHash: await stateHash(APP_URL) };
  const value = await encode({ ...sealing(), token, maxAge: lifetimeSeconds });
  (await cookies()).set(cookieName(APP_URL), value, { ...cookieOptions(APP_URL), maxAge: lifetimeSeconds });
}

/** What the flow that comes back now was begun for; null when that was another, or too long ago. Tells it once. */
export async function takeIntent(provider: string | undefined): Promise<ProviderIntent | null> {
  const { APP_URL } = env();
  const jar = await cookies();
  const value = jar.get(cookieName(APP_URL))?.value;
  if (!value) return null;
  // A cookie of the prefix `__Host-` is only taken back with the attributes it was given with.
  jar.set(cookieName(APP_URL), "", { ...cookieOptions(APP_URL), maxAge: 0 });
  const opened: unknown = await decode({ ...sealing(), token: value }).catch(() => null);
  const parsed = intentSchema.safeParse(opened);
  if (!parsed.success) return null;
  const { stateHash: begun, ...intent } = parsed.data;
  return intent.provider === provider && begun === (await stateHash(APP_URL)) ? intent : null;
}

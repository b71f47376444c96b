import type { AppContext } from "@/lib/context";
import { openSession } from "./open-session";
import type { RequestOrigin } from "./types";

/** The browser that signs in. */
export interface SigningBrowser {
  readOrigin: () => Promise<RequestOrigin>;
  rememberDevice: (token: string) => Promise<void>;
}

interface SignIn {
  token: string;
  userId: string;
  provenTwice: boolean;
  passwordStamp?: string | undefined;
}

/** Opens the session of a sign-in in the browser that is answered. */
export async function startSession(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  { readOrigin, rememberDevice }: SigningBrowser,
  signIn: SignIn,
): Promise<{ token: string; expires: Date }> {
  const origin = await readOrigin();
  const { expires, deviceToken } = await openSession(ctx, { ...signIn, origin });
  await rememberDevice(deviceToken);
  return { token: signIn.token, expires };
}

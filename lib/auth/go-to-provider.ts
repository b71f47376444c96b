import { AuthError } from "next-auth";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/shared/errors";
import { listSignInProviders } from "./list-sign-in-providers";
import { signIn } from "./next-auth";
import { providerOrigins } from "./provider-origins";
import { rememberIntent, type ProviderIntent } from "./provider-intent";

/**
 * Begins a flow with Google or GitHub in this browser, for one purpose.
 * @returns the address of theirs to go to
 * @throws `auth.provider_off` when it is not set up here, `auth.unavailable` when it could not be asked
 */
export async function goToProvider(intent: ProviderIntent): Promise<{ url: string }> {
  if (!listSignInProviders(env()).includes(intent.provider))
    throw new DomainError("auth.provider_off", "unavailable");
  try {
    const url: unknown = await signIn(intent.provider, { redirect: false, redirectTo: "/dashboard" });
    // Where the provider could not be asked, the library leads to our own page.
    if (typeof url !== "string" || new URL(url).origin !== providerOrigins(env())[intent.provider])
      throw new DomainError("auth.unavailable", "unavailable");
    await rememberIntent(intent);
    return { url };
  } catch (error) {
    if (error instanceof AuthError)
      throw new DomainError("auth.unavailable", "unavailable", { cause: error });
    throw error;
  }
}

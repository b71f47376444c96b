import type { Env } from "@/lib/env";
import { linkedProviders, type LinkedProvider } from "@/lib/linked-accounts/types";

export type ProviderSettings = Pick<
  Env,
  | "AUTH_GOOGLE_ID"
  | "AUTH_GOOGLE_SECRET"
  | "AUTH_GOOGLE_BASE_URL"
  | "AUTH_GITHUB_ID"
  | "AUTH_GITHUB_SECRET"
  | "AUTH_GITHUB_BASE_URL"
>;

/** Which providers are set up here; a way in through another is not there. */
export function listSignInProviders(settings: ProviderSettings): LinkedProvider[] {
  const ids = { google: settings.AUTH_GOOGLE_ID, github: settings.AUTH_GITHUB_ID };
  return linkedProviders.filter((provider) => ids[provider] !== undefined);
}

import type { LinkedProvider } from "@/lib/linked-accounts/types";
import type { ProviderSettings } from "./list-sign-in-providers";

/** Where each provider asks people who they are. */
export function providerOrigins({
  AUTH_GOOGLE_BASE_URL = "https://accounts.google.com",
  AUTH_GITHUB_BASE_URL = "https://github.com",
}: Pick<ProviderSettings, "AUTH_GOOGLE_BASE_URL" | "AUTH_GITHUB_BASE_URL">): Record<LinkedProvider, string> {
  return { google: new URL(AUTH_GOOGLE_BASE_URL).origin, github: new URL(AUTH_GITHUB_BASE_URL).origin };
}

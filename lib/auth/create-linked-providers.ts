import type { NextAuthConfig } from "next-auth";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { listSignInProviders, type ProviderSettings } from "./list-sign-in-providers";
import { readGitHubProfile } from "./read-git-hub-profile";
import { toProviderIdentity } from "./to-provider-identity";

/** The emulated providers know no other way to prove whose client it is; the real ones take it as well. */
const client = { token_endpoint_auth_method: "client_secret_post" };

function google({ AUTH_GOOGLE_ID, AUTH_GOOGLE_SECRET, AUTH_GOOGLE_BASE_URL }: ProviderSettings) {
  return Google({
    clientId: AUTH_GOOGLE_ID,
    clientSecret: AUTH_GOOGLE_SECRET,
    client,
    checks: ["pkce", "state", "nonce"],
    // Lets people with several accounts choose, instead of taking the one they used last.
    authorization: { params: { scope: "openid email profile", prompt: "select_account" } },
    profile: (profile) => toUser("google", profile),
    ...(AUTH_GOOGLE_BASE_URL ? { issuer: withoutSlash(AUTH_GOOGLE_BASE_URL) } : {}),
  });
}

function gitHub({ AUTH_GITHUB_ID, AUTH_GITHUB_SECRET, AUTH_GITHUB_BASE_URL }: ProviderSettings) {
  const local = AUTH_GITHUB_BASE_URL && withoutSlash(AUTH_GITHUB_BASE_URL);
  const web = `${local ?? "https://github.com"}/login/oauth`;
  const api = local ?? "https://api.github.com";
  return GitHub({
    clientId: AUTH_GITHUB_ID,
    clientSecret: AUTH_GITHUB_SECRET,
    client,
    checks: ["pkce", "state"],
    issuer: web,
    authorization: { url: `${web}/authorize`, params: { scope: "read:user user:email" } },
    token: `${web}/access_token`,
    userinfo: {
      url: `${api}/user`,
      request: ({ tokens }: { tokens: { access_token?: string } }) =>
        readGitHubProfile(api, tokens.access_token ?? ""),
    },
    profile: (profile) => toUser("github", profile),
  });
}

const withoutSlash = (url: string) => url.replace(/\/$/, "");

/** NextAuth wants a user of every profile; who it becomes here is decided when the flow is finished. */
function toUser(provider: "google" | "github", profile: unknown) {
  const { providerAccountId, email, name } = toProviderIdentity(provider, profile);
  return { id: providerAccountId, email, name };
}

/** Sign-in by Google and GitHub, where they are set up. */
export function createLinkedProviders(settings: ProviderSettings): NextAuthConfig["providers"] {
  const create = { google, github: gitHub };
  return listSignInProviders(settings).map((provider) => create[provider](settings));
}

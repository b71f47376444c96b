import { hostCookieName } from "@/lib/shared/host-cookie-name";

/** Under which NextAuth keeps what must come back from the provider. */
export function stateCookieName(appUrl: string): string {
  return hostCookieName("quickscale-state", appUrl);
}

/** NextAuth's cookies of one flow through a provider, bound to this very host, which its own names are not. */
export function flowCookies(appUrl: string) {
  return {
    state: { name: stateCookieName(appUrl) },
    pkceCodeVerifier: { name: hostCookieName("quickscale-pkce", appUrl) },
    nonce: { name: hostCookieName("quickscale-nonce", appUrl) },
    callbackUrl: { name: hostCookieName("quickscale-callback", appUrl) },
  };
}

import { hostCookieName } from "@/lib/shared/host-cookie-name";

/** A cookie rather than local storage: the server draws the sidebar in its final width, so nothing jumps. */
export function sidebarCookieName(appUrl: string): string {
  return hostCookieName("sidebar", appUrl);
}

export function toSidebarCookie(collapsed: boolean, appUrl: string): string {
  const secure = appUrl.startsWith("https:") ? "; secure" : "";
  const value = collapsed ? "collapsed" : "open";
  return `${sidebarCookieName(appUrl)}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
}

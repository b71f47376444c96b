/** A cookie rather than local storage: the server draws the sidebar in its final width, so nothing jumps. */
export const sidebarCookie = "sidebar";

export function toSidebarCookie(collapsed: boolean): string {
  return `${sidebarCookie}=${collapsed ? "collapsed" : "open"}; path=/; max-age=31536000; samesite=lax`;
}

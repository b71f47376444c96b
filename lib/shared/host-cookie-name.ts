/** The name that makes browsers refuse the cookie from anywhere but this very host, where https allows it. */
export function hostCookieName(name: string, appUrl: string): string {
  return appUrl.startsWith("https:") ? `__Host-${name}` : name;
}

import { isPublicUrl } from "./is-public-url";

interface OauthKeys {
  APP_URL: string;
  AUTH_GOOGLE_ID?: string | undefined;
  AUTH_GOOGLE_SECRET?: string | undefined;
  AUTH_GOOGLE_BASE_URL?: string | undefined;
  AUTH_GITHUB_ID?: string | undefined;
  AUTH_GITHUB_SECRET?: string | undefined;
  AUTH_GITHUB_BASE_URL?: string | undefined;
}

/** What is wrong with the keys of sign-in by Google and GitHub taken together, or null. */
export function oauthProblem(keys: OauthKeys): string | null {
  for (const provider of ["AUTH_GOOGLE", "AUTH_GITHUB"] as const) {
    const id = keys[`${provider}_ID`];
    if (Boolean(id) !== Boolean(keys[`${provider}_SECRET`]))
      return `${provider}_ID, ${provider}_SECRET: one is of no use without the other`;
    if (!keys[`${provider}_BASE_URL`]) continue;
    if (isPublicUrl(keys.APP_URL)) return `${provider}_BASE_URL: not while APP_URL is a public address`;
    if (!id) return `${provider}_BASE_URL: only together with ${provider}_ID`;
  }
  return null;
}

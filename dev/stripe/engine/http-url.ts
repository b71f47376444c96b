import { invalidRequest } from "../server/stripe-error";

export const isHttpUrl = (url: string): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** A browser is sent there, so that no scheme may run anything. Unset ones pass. */
export function checkHttpUrl(url: string | null | undefined, param: string): void {
  if (!url || isHttpUrl(url)) return;
  throw invalidRequest("Not a valid URL", { code: "url_invalid", param });
}

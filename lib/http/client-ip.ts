import { isIP } from "node:net";

/**
 * The caller's address from the header that the proxy in front of us sets, or null.
 * Of a list the last entry counts: that proxy appended it, all before it is the caller's own word. Without a
 * configured header nothing is believed.
 */
export function clientIp(headers: Pick<Headers, "get">, header: string | undefined): string | null {
  const last = header ? headers.get(header)?.split(",").at(-1)?.trim() : undefined;
  return last && isIP(last) ? last : null;
}

import type { TriesLeft } from "@/lib/rate-limits";
import { keyLimit } from "./authenticate";
import type { Retirement } from "./operation";

/**
 * What is left of a key's limit.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function limitHeaders({ tries, resetSeconds }: TriesLeft): Record<string, string> {
  return {
    "ratelimit-policy": `"key";q=${keyLimit.points};w=${keyLimit.windowSeconds}`,
    ratelimit: `"key";r=${tries};t=${resetSeconds}`,
  };
}

/** Tells programs that an operation is on its way out: RFC 9745 (Deprecation) and RFC 8594 (Sunset). */
export function retirementHeaders(retirement: Retirement | undefined): Record<string, string> {
  if (!retirement) return {};
  const { since, sunset, link } = retirement;
  return {
    deprecation: `@${Math.floor(since.getTime() / 1000)}`,
    sunset: sunset.toUTCString(),
    link: `<${link}>; rel="deprecation"; type="text/html"`,
  };
}

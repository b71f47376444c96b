import { windowSeconds } from "@/lib/quotas";
import type { QuotaKind } from "@/lib/quotas/types";
import type { DomainError } from "@/lib/shared/errors";
import type { QuotaLeft } from "@/lib/usage";
import type { Retirement } from "./operation";

const policyNames: Partial<Record<QuotaKind, string>> = {
  api_calls_per_minute: "minute",
  api_calls_per_month: "month",
};

/** A whole number of a header has at most 15 digits: RFC 9651. */
const largestTold = 10n ** 15n - 1n;

/**
 * What is left of a person's limits of calls; nothing of what is unlimited, or as good as that.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function limitHeaders(limits: readonly QuotaLeft[], now: Date): Record<string, string> {
  const named = limits.flatMap(({ kind, limit, left, resetsAt }) => {
    const name = policyNames[kind];
    if (!name || limit === null || limit > largestTold || !resetsAt) return [];
    const seconds = Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000));
    return [
      {
        policy: `"${name}";q=${limit};w=${windowSeconds(kind, now)}`,
        state: `"${name}";r=${left};t=${seconds}`,
      },
    ];
  });
  if (named.length === 0) return {};
  return {
    "ratelimit-policy": named.map(({ policy }) => policy).join(", "),
    ratelimit: named.map(({ state }) => state).join(", "),
  };
}

/** The same of the limit that left no room. */
export function refusedHeaders({ code, meta }: DomainError, now: Date): Record<string, string> {
  if (code !== "quotas.exceeded" || typeof meta.resetsAt !== "string") return {};
  const { kind, limit, resetsAt } = meta as { kind: QuotaKind; limit: number; resetsAt: string };
  return limitHeaders([{ kind, limit: BigInt(limit), left: 0n, resetsAt: new Date(resetsAt) }], now);
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

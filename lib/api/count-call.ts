import type { ApiCaller } from "@/lib/api-keys/types";
import { DomainError } from "@/lib/shared/errors";
import { beginUsage, endUsage } from "@/lib/usage";
import { limitHeaders, refusedHeaders } from "./answer-headers";
import type { ApiContext } from "./api-context";

interface Call {
  caller: ApiCaller;
  id: string;
  /** Its operation's id. */
  operation: string;
  /** Gets what is left of the limits, also when nothing is. */
  headers: Record<string, string>;
}

export interface CountedCall {
  /** Writes how the call was answered. Never throws: the answer is there already, and its record stays unended. */
  end(status: number): Promise<void>;
}

/** What the caller could do better was refused. */
const outcomeOf = (status: number) => (status < 400 ? "succeeded" : status < 500 ? "refused" : "failed");

/**
 * Counts a call against its caller's limits, whatever comes of it, and begins its record.
 * @throws QuotaExceeded
 */
export async function countCall(
  { db, clock, log }: ApiContext,
  { caller: { userId, keyId }, id, operation, headers }: Call,
): Promise<CountedCall> {
  const at = clock.now();
  const startedAt = performance.now();
  try {
    const use = {
      userId,
      at,
      id,
      kind: "api_call",
      subject: operation,
      source: "api",
      apiKeyId: keyId,
    } as const;
    Object.assign(headers, limitHeaders(await beginUsage(db, use), at));
  } catch (error) {
    if (error instanceof DomainError) Object.assign(headers, refusedHeaders(error, at));
    throw error;
  }
  return {
    async end(status) {
      const durationMs = Math.round(performance.now() - startedAt);
      try {
        await endUsage(db, { userId, at, id, outcome: outcomeOf(status), durationMs });
      } catch (error) {
        log.error({ err: error, operation, requestId: `req_${id}` }, "the record of a call was not ended");
      }
    },
  };
}

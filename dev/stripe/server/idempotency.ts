import { type IdempotencyStore } from "../store/idempotency-store";
import { type LocalResponse } from "./messages";
import { StripeError } from "./stripe-error";

const MAX_LENGTH = 255;

export interface IdempotentCall {
  key: string;
  endpoint: string;
  params: string;
  now: number;
}

/** The first answer to this key, if there was one; refuses a key that was used for something else. */
export function replay(store: IdempotencyStore, call: IdempotentCall): LocalResponse | null {
  if (call.key.length > MAX_LENGTH) {
    throw new StripeError(400, {
      type: "idempotency_error",
      message: `Idempotency keys can be at most ${MAX_LENGTH} characters long.`,
    });
  }
  const stored = store.find(call.key, call.now);
  if (!stored) return null;
  if (stored.endpoint !== call.endpoint) {
    throw misused(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${call.endpoint}' vs '${stored.endpoint}').`,
      call.key,
    );
  }
  if (stored.params !== call.params) {
    throw misused(
      "Keys for idempotent requests can only be used with the same parameters they were first used with.",
      call.key,
    );
  }
  return {
    status: stored.status,
    headers: {
      "content-type": "application/json",
      "idempotent-replayed": "true",
      "original-request": stored.requestId,
    },
    body: stored.body,
  };
}

function misused(why: string, key: string): StripeError {
  return new StripeError(400, {
    type: "idempotency_error",
    message: `${why} Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}

/** JSON with sorted keys: equal parameters are equal text, in whatever order they were sent. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, node: unknown) =>
    typeof node === "object" && node !== null && !Array.isArray(node)
      ? Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1)))
      : node,
  );
}

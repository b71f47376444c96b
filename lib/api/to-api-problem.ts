import type { Logger } from "@/lib/ports/logger";
import { DomainError } from "@/lib/shared/errors";
import { isProblemCode, problemKinds, type ProblemCode, type ProblemKind } from "./problems";
import { toCredits } from "./schemas/credits";

type Facts = Readonly<Record<string, unknown>>;

/** Amounts of the domain in the words and units of the API. */
const amountNames: Readonly<Record<string, string>> = {
  availableMilli: "available",
  requiredMilli: "required",
  missingMilli: "missing",
  quoteMilli: "quote",
  approvedMilli: "maxCredits",
};

/** Where a problem tells nothing besides its code, what the domain knows stays inside. */
function toFacts(code: ProblemCode, meta: Facts): Facts {
  const { facts: told = {} }: ProblemKind = problemKinds[code];
  const facts = Object.entries(meta).map(
    ([name, value]) =>
      [amountNames[name] ?? name, typeof value === "bigint" ? toCredits(value) : value] as const,
  );
  return Object.fromEntries(facts.filter(([name]) => Object.hasOwn(told, name)));
}

/** Problems of the domain that the API names in its own way. */
const aliases: Readonly<Record<string, ProblemCode>> = {
  "services.run_key_reused": "api.idempotency_key_reused",
};

function respond(code: ProblemCode, requestId: string, facts: Facts = {}): Response {
  const { status, title } = problemKinds[code];
  const wait = facts.retryAfterSeconds;
  const body = { type: `/api/docs#${code}`, title, status, code, requestId, ...facts };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      ...(typeof wait === "number" ? { "retry-after": String(wait) } : {}),
      ...(status === 401 ? { "www-authenticate": 'Bearer realm="api"' } : {}),
    },
  });
}

/**
 * The answer to anything thrown: RFC 9457 problem+json with a code of the list. What the list does not know is a
 * bug: it is logged here, once, under the request's id, and nothing of it is shown.
 */
export function toApiProblem(
  error: unknown,
  { log, requestId }: { log: Logger; requestId: string },
): Response {
  if (error instanceof DomainError) {
    const code = aliases[error.code] ?? error.code;
    if (isProblemCode(code)) return respond(code, requestId, toFacts(code, error.meta));
  }
  log.error({ err: error, requestId }, "unexpected error in the API");
  return respond("internal", requestId);
}

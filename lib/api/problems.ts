import { z } from "zod";
import { quotaKinds } from "@/lib/quotas/types";
import { credits } from "./schemas/credits";

const fields = z.record(z.string(), z.array(z.string()));
const faults = z.array(z.object({ path: z.string(), message: z.string() }));

export interface ProblemKind {
  status: number;
  title: string;
  /** What this problem tells besides what all do. */
  facts?: z.ZodRawShape;
}

/** Every problem there is, by its stable code. A title is for people and may change; programs read the code. */
export const problemKinds = {
  "api.invalid_request": { status: 400, title: "The request is not valid.", facts: { errors: faults } },
  "api.key_missing": { status: 401, title: "Send your API key: Authorization: Bearer qs_…" },
  "api.key_invalid": {
    status: 401,
    title: "This API key does not work: unknown, expired, revoked or replaced.",
  },
  "credits.insufficient": {
    status: 402,
    title: "There are not enough credits. Nothing was taken.",
    facts: { available: credits, required: credits, missing: credits },
  },
  "api.scope_missing": {
    status: 403,
    title: "This API key may not do that.",
    facts: { scope: z.string().meta({ description: "The scope that it would need." }) },
  },
  "api.not_found": { status: 404, title: "There is no such address in this API." },
  "services.not_found": { status: 404, title: "There is no such service." },
  "services.run_not_found": { status: 404, title: "There is no such run, or its file is gone." },
  "api.run_in_progress": {
    status: 409,
    title: "The first request with this Idempotency-Key is still going on.",
    facts: { retryAfterSeconds: z.int() },
  },
  "services.quote_changed": {
    status: 409,
    title: "The price is above your maxCredits. Nothing was taken.",
    facts: { quote: credits, maxCredits: credits },
  },
  "api.body_too_large": {
    status: 413,
    title: "The request is too large.",
    facts: { maxBytes: z.int() },
  },
  "api.unsupported_media_type": {
    status: 415,
    title: "Send application/json, or multipart/form-data where there is a file; not compressed.",
  },
  "api.idempotency_key_reused": {
    status: 422,
    title: "This Idempotency-Key was used for another request in the last 24 hours.",
  },
  "services.invalid_input": {
    status: 422,
    title: "The service does not accept this input.",
    facts: { fields },
  },
  "services.unusable_input": {
    status: 422,
    title: "The service cannot use this input. Nothing was taken.",
    facts: { field: z.string(), problem: z.string() },
  },
  "rate_limits.exceeded": {
    status: 429,
    title: "Too many requests.",
    facts: { retryAfterSeconds: z.int() },
  },
  "quotas.exceeded": {
    status: 429,
    title: "A limit of your plan is used up. Nothing was taken.",
    facts: {
      kind: z.enum(quotaKinds),
      limit: z.int(),
      used: z.int(),
      resetsAt: z.iso.datetime().nullable().meta({ description: "When use begins at nothing again." }),
      retryAfterSeconds: z.int().optional(),
    },
  },
  internal: { status: 500, title: "Something went wrong on our side. Tell us the request id." },
  "services.switched_off": { status: 503, title: "This service is switched off for now. Nothing was taken." },
  "services.misbehaved": { status: 503, title: "This service is out of order. Nothing was taken." },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemKinds, code);
}

/** `credits.insufficient` is `CreditsInsufficientProblem`. */
function toSchemaName(code: ProblemCode): string {
  const words = code.split(/[._]/).map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `${words.join("")}Problem`;
}

/** One problem as RFC 9457 has it. */
export function toProblemSchema(code: ProblemCode): z.ZodType {
  const { status, title, facts = {} }: ProblemKind = problemKinds[code];
  return z
    .object({
      type: z
        .string()
        .meta({ description: "Where this problem is explained.", example: `/api/docs#${code}` }),
      title: z.string().meta({ example: title }),
      status: z.literal(status),
      code: z.literal(code),
      requestId: z.string(),
      ...facts,
    })
    .meta({ id: toSchemaName(code), description: title });
}

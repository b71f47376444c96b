import type { z } from "zod";
import type { ApiScope } from "@/lib/api-keys/types";
import type { ProblemCode } from "./problems";

/** Since when an operation is on its way out, and when it will be gone. */
export interface Retirement {
  since: Date;
  sunset: Date;
  /** Where it says what to use instead. */
  link: string;
}

/** One operation of the API: what the document says of it and what its handler keeps to are this one value. */
export interface Operation<Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType> {
  id: string;
  method: "get" | "post";
  /** Under `/api/v1`. */
  path: string;
  summary: string;
  description: string;
  group: "Services" | "Runs" | "Credits" | "Usage";
  scope: ApiScope;
  params: Params;
  query: Query;
  /** Takes a service's input, as JSON or as a form. */
  takesInput?: true;
  /** Takes an Idempotency-Key. */
  repeatable?: true;
  answer: { status: 200 | 201; description: string; schema: z.ZodType | "file" };
  /** Besides those that every operation has. */
  problems: readonly ProblemCode[];
  retirement?: Retirement;
}

/** What can be wrong with any call. */
export const sharedProblems: readonly ProblemCode[] = [
  "api.invalid_request",
  "api.key_missing",
  "api.key_invalid",
  "api.scope_missing",
  "rate_limits.exceeded",
  "quotas.exceeded",
  "internal",
];

/** Keeps the types of the parameters. */
export function defineOperation<Params extends z.ZodType, Query extends z.ZodType>(
  operation: Operation<Params, Query>,
): Operation<Params, Query> {
  return operation;
}

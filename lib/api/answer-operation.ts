import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { getContext } from "@/lib/context";
import { findClientIpHeader } from "@/lib/env";
import { clientIp } from "@/lib/http";
import { DomainError } from "@/lib/shared/errors";
import { logRefusal, type RefusalFacts } from "@/lib/shared/log-refusal";
import { retirementHeaders } from "./answer-headers";
import type { ApiCall } from "./api-context";
import { authenticate, requireScope } from "./authenticate";
import { countCall, type CountedCall } from "./count-call";
import { addressNotFound, invalidRequest } from "./errors";
import type { Operation } from "./operation";
import { toApiProblem } from "./to-api-problem";

/** A value is answered as JSON with the operation's own status; a response is given more headers, no more. */
export type Work<Params, Query> = (call: ApiCall<Params, Query>) => Promise<object>;

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidRequest(
    parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message })),
  );
}

function toResponse(answer: object, status: number): Response {
  return answer instanceof Response ? answer : Response.json(answer, { status });
}

function finish(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/**
 * The route handler of an operation: lets in who has a key of its scope, reads the parameters, and answers whatever
 * happens in the words of the document. Every answer has a request id and is kept by no cache.
 */
export function answerOperation<Params extends z.ZodType, Query extends z.ZodType>(
  operation: Operation<Params, Query>,
  work: Work<z.output<Params>, z.output<Query>>,
): Handler {
  return async (request, context) => {
    const ctx = getContext();
    const id = randomUUID();
    const requestId = `req_${id}`;
    const headers: Record<string, string> = {
      "x-request-id": requestId,
      "cache-control": "no-store",
      ...retirementHeaders(operation.retirement),
    };
    const facts: RefusalFacts = {
      ...{ requestId, operation: operation.id },
      ip: clientIp(request.headers, findClientIpHeader()),
    };
    let call: CountedCall | null = null;
    const answer = async () => {
      const caller = await authenticate(ctx, request.headers);
      Object.assign(facts, { userId: caller.userId, keyId: caller.keyId });
      call = await countCall(ctx, { caller, id, operation: operation.id, headers });
      requireScope(caller, operation.scope);
      // Next has none where the address has none.
      const params = parse(operation.params, (await context.params) ?? {});
      const query = parse(operation.query, Object.fromEntries(new URL(request.url).searchParams));
      return toResponse(await work({ ctx, caller, request, params, query }), operation.answer.status);
    };
    const response = await answer().catch((error: unknown) => {
      if (error instanceof DomainError) logRefusal(ctx.log, error, facts);
      return toApiProblem(error, { log: ctx.log, requestId });
    });
    await (call as CountedCall | null)?.end(response.status);
    return finish(response, headers);
  };
}

/** What answers where there is no operation. */
export function answerNotFound(): Response {
  const requestId = `req_${randomUUID()}`;
  const problem = toApiProblem(addressNotFound(), { log: getContext().log, requestId });
  return finish(problem, { "x-request-id": requestId, "cache-control": "no-store" });
}

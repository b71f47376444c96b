import { randomUUID } from "node:crypto";
import { findClientIpHeader } from "@/lib/env";
import type { Logger } from "@/lib/ports/logger";
import { DomainError, type ErrorKind } from "@/lib/shared/errors";
import { logRefusal } from "@/lib/shared/log-refusal";
import { clientIp } from "./client-ip";

const statuses: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
};

const titles: Record<ErrorKind, string> = {
  invalid: "The request is not valid.",
  unauthenticated: "Sign in first.",
  forbidden: "This is not allowed.",
  not_found: "There is nothing here.",
  conflict: "The request conflicts with what happened before.",
  rate_limited: "Too many requests.",
  unavailable: "Not available right now. Try again.",
};

function respond(
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ type: "about:blank", status, ...body }, bigintAsText), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}

const bigintAsText = (_key: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);

function placeOf({ url, method, headers }: Request) {
  return { method, path: new URL(url).pathname, ip: clientIp(headers, findClientIpHeader()) };
}

/**
 * The answer of a route handler to anything thrown: RFC 9457 problem+json. What is not a DomainError is a bug: it
 * is logged here, once, with the reference that the caller is given, and nothing of it is shown. Refusals are logged with
 * where they were asked from.
 */
export function toProblem(error: unknown, log: Logger, request?: Request): Response {
  if (error instanceof DomainError) {
    if (request) logRefusal(log, error, placeOf(request));
    const { kind, code, meta } = error;
    const wait = meta.retryAfterSeconds;
    const headers: Record<string, string> = typeof wait === "number" ? { "retry-after": String(wait) } : {};
    return respond(statuses[kind], { title: titles[kind], code, ...meta }, headers);
  }
  const reference = randomUUID();
  log.error({ err: error, reference }, "unexpected error in a route");
  return respond(500, { title: "Something went wrong on our side.", code: "internal", reference });
}

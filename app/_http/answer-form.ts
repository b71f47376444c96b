import { toProblem } from "@/lib/http";
import type { Logger } from "@/lib/ports/logger";
import { DomainError } from "@/lib/shared/errors";

const bigintAsText = (_key: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);

/** JSON with exact amounts as text. */
export function answerJson(value: unknown): Response {
  return new Response(JSON.stringify(value, bigintAsText), {
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}

/** True when the page's script asks; a form that the browser itself sends wants a page back. */
export function wantsJson(request: Request): boolean {
  return request.headers.get("accept")?.includes("application/json") ?? false;
}

/** Sends a browser on after a form, so that a reload repeats nothing. */
export function answerPage(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}

type Asked = { request: Request; log: Logger };

/** What was refused: for the script as problem+json, for a browser as its page with the reason. */
export function answerProblem(error: unknown, page: string, { request, log }: Asked): Response {
  const problem = toProblem(error, log, request);
  if (wantsJson(request)) return problem;
  if (problem.status === 401) return answerPage(`/sign-in?next=${encodeURIComponent(page)}`);
  const code = error instanceof DomainError ? error.code : "internal";
  return answerPage(`${page}?problem=${encodeURIComponent(code)}`);
}

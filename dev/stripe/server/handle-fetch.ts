import { bodyTooLarge, MAX_BODY_BYTES } from "./body-limit";
import { type Handle } from "./http-server";
import { type LocalResponse } from "./messages";

/** Answers a `Request` without a socket. A simulated timeout ends when the caller aborts. */
export async function handleFetch(handle: Handle, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const body = await request.text();
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) return toResponse(bodyTooLarge());
  const answer = await handle({
    method: request.method,
    path: url.pathname,
    query: url.search.slice(1),
    headers: Object.fromEntries(request.headers),
    body,
  });
  if (answer.hangs) return untilAborted(request.signal);
  return toResponse(answer);
}

function toResponse({ status, headers, body }: LocalResponse): Response {
  const empty = [204, 304].includes(status);
  return new Response(empty ? null : body, { status, headers });
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error("Aborted"));
    };
    if (signal.aborted) fail();
    else signal.addEventListener("abort", fail, { once: true });
  });
}

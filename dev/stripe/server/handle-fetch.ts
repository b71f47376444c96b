import { type Handle } from "./http-server";

/** Answers a `Request` without a socket. A simulated timeout ends when the caller aborts. */
export async function handleFetch(handle: Handle, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const answer = await handle({
    method: request.method,
    path: url.pathname,
    query: url.search.slice(1),
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  });
  if (answer.hangs) return untilAborted(request.signal);
  const empty = [204, 304].includes(answer.status);
  return new Response(empty ? null : answer.body, { status: answer.status, headers: answer.headers });
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

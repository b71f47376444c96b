/** A request, whichever way it came in: over a socket or straight from a test. */
export interface LocalRequest {
  method: string;
  path: string;
  /** Without the question mark. */
  query: string;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface LocalResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** A simulated timeout: nothing is sent, the connection stays open until the caller gives up. */
  hangs?: true;
}

export function jsonResponse(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): LocalResponse {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-cache, no-store", ...headers },
    body: JSON.stringify(value, null, 2),
  };
}

export function redirect(location: string): LocalResponse {
  return { status: 303, headers: { location }, body: "" };
}

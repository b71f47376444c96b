/** Who asks, and from where the browser says that it does. */
export interface Caller {
  cookie: string;
  headers: Record<string, string>;
}

interface Target {
  base: string;
  path: string;
  body?: Record<string, string> | undefined;
}

/** As a script of a page sends a form; without a body, as a browser opens a page. */
export function callRoute({ base, path, body }: Target, method: string, caller: Caller): Promise<Response> {
  return fetch(`${base}${path}`, {
    method,
    redirect: "manual",
    headers: {
      cookie: caller.cookie,
      ...(method === "POST" ? { accept: "application/json" } : {}),
      ...caller.headers,
    },
    ...(body ? { body: new URLSearchParams(body) } : {}),
  });
}

/** As React sends a form to a server action, with nothing filled in. */
export function callAction(
  base: string,
  { id, path }: { id: string; path: string },
  caller: Caller,
): Promise<Response> {
  return fetch(`${base}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie: caller.cookie,
      "next-action": id,
      "content-type": "text/plain;charset=UTF-8",
      ...caller.headers,
    },
    body: "[null,{}]",
  });
}

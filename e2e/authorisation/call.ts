/** Who asks, and from where the browser says that it does. */
export interface Caller {
  cookie: string;
  headers: Record<string, string>;
}

interface Target {
  base: string;
  path: string;
  body?: Record<string, string> | undefined;
  json?: Record<string, string> | undefined;
  picture?: boolean | undefined;
}

/** As a script of a page sends a form, or a program its JSON; without a body, as a browser opens a page. */
export function callRoute(
  { base, path, body, json, picture }: Target,
  method: string,
  { cookie, headers }: Caller,
): Promise<Response> {
  const asScript: Record<string, string> = method === "POST" ? { accept: "application/json" } : {};
  const type: Record<string, string> = json ? { "content-type": "application/json" } : {};
  return fetch(`${base}${path}`, {
    ...{ method, redirect: "manual" as const },
    headers: { cookie, ...asScript, ...type, ...headers },
    ...(json ? { body: JSON.stringify({ input: json }) } : {}),
    ...(body ? { body: new URLSearchParams(body) } : {}),
    ...(picture ? { body: pictureForm() } : {}),
  });
}

/** One pixel as a GIF. */
const pixel = Buffer.from("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=", "base64");

function pictureForm(): FormData {
  const form = new FormData();
  form.set("picture", new File([pixel], "pixel.gif"));
  return form;
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

import { randomUUID } from "node:crypto";

interface Cookie {
  name: string;
  value: string;
}

let current = { headers: new Headers(), cookies: new Map<string, string>() };

/** The browser of a test: what it sends with its next request, and the cookies that the answers set. */
export function startRequest(
  headers: Record<string, string> = {},
  cookies: Record<string, string> = {},
): void {
  const jar = new Map(Object.entries(cookies));
  const list = new Headers({ host: "localhost:3000", "x-request-id": randomUUID(), ...headers });
  if (jar.size > 0) list.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
  current = { headers: list, cookies: jar };
}

/** Cookies as they are after the current request. */
export function sentCookies(): Record<string, string> {
  return Object.fromEntries(current.cookies);
}

/** Takes the place of the framework's `next/headers`, which works inside its own server only. */
export const headers = () => Promise.resolve(current.headers);

export const cookies = () => {
  const jar = current.cookies;
  return Promise.resolve({
    get: (name: string): Cookie | undefined => {
      const value = jar.get(name);
      return value === undefined ? undefined : { name, value };
    },
    set: (name: string, value: string) => {
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    },
    delete: (name: string) => jar.delete(name),
  });
};

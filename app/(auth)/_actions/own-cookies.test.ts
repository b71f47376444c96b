import { afterEach, expect, test, vi } from "vitest";
import { findLinkBrowser, rememberLinkBrowser } from "./link-browser";
import { findPendingSignUp, forgetSignUp, rememberSignUp } from "./pending-sign-up";

const jar = new Map<string, { value: string; options: object }>();
const environment = { APP_URL: "" };

vi.mock("next/headers", () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => jar.get(name),
      set: (name: string, value: string, options: object) => jar.set(name, { value, options }),
    }),
}));
vi.mock("@/lib/env", () => ({ env: () => environment }));
vi.mock("@/lib/auth", () => ({ toOwnPath: () => "/dashboard" }));
vi.mock("@/lib/users", () => ({ normaliseEmail: (email: string) => email }));

afterEach(() => {
  jar.clear();
});

test.each([
  ["https://app.example", "__Host-quickscale-", true],
  ["http://localhost:3000", "quickscale-", false],
])(
  "on %s the cookies of signing in are named %s…, and are forgotten as they were set",
  async (url, prefix, secure) => {
    environment.APP_URL = url;
    const token = await rememberLinkBrowser();
    await rememberSignUp("ada@example.com", "/credits");
    expect(await findLinkBrowser()).toBe(token);
    expect(await findPendingSignUp()).toMatchObject({ email: "ada@example.com" });
    const bound = { httpOnly: true, sameSite: "lax", path: "/", secure };
    for (const name of ["link", "pending"]) expect(jar.get(`${prefix}${name}`)?.options).toMatchObject(bound);
    await forgetSignUp();
    expect(jar.get(`${prefix}pending`)).toMatchObject({ value: "", options: { ...bound, maxAge: 0 } });
    expect(await findPendingSignUp()).toBeNull();
  },
);

import { expect, test } from "vitest";
import { toSidebarCookie } from "./sidebar-cookie";

test("the cookie is bound to this very host where https allows it", () => {
  expect(toSidebarCookie(true, "https://app.example")).toBe(
    "__Host-sidebar=collapsed; path=/; max-age=31536000; samesite=lax; secure",
  );
  expect(toSidebarCookie(false, "http://localhost:3000")).toBe(
    "sidebar=open; path=/; max-age=31536000; samesite=lax",
  );
});

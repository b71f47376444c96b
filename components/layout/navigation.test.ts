import { expect, it } from "vitest";

import { findDestination, navigationFor } from "./navigation";

it.each([
  ["/dashboard", "/dashboard"],
  ["/credits", "/credits"],
  ["/credits/history", "/credits/history"],
  ["/credits/buy/success", "/credits/buy"],
  ["/credits/unknown", "/credits"],
  ["/services/word-counter", "/services"],
  ["/billing/history", "/billing"],
  ["/settings/security", "/settings"],
  ["/admin", "/admin"],
  ["/admin/users/1", "/admin/users"],
])("%s belongs to %s", (path, href) => {
  expect(findDestination(path)?.href).toBe(href);
});

it.each(["/", "/creditsx", "/settingsx"])("%s belongs to no destination", (path) => {
  expect(findDestination(path)).toBeNull();
});

it("shows the pages of admins to admins alone", () => {
  const pathsOf = (isAdmin: boolean) =>
    navigationFor(isAdmin).flatMap(({ items }) => items.map(({ href }) => href));
  expect(pathsOf(true)).toContain("/admin");
  expect(pathsOf(false).filter((href) => href.startsWith("/admin"))).toEqual([]);
});

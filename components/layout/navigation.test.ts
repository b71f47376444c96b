import { expect, it } from "vitest";

import { allDestinations, findDestination, navigationAt } from "./navigation";

it.each([
  ["/dashboard", "/dashboard"],
  ["/credits", "/credits"],
  ["/credits/history", "/credits/history"],
  ["/credits/buy/success", "/credits/buy"],
  ["/credits/unknown", "/credits"],
  ["/services/word-counter", "/services"],
  ["/billing/history", "/billing"],
  ["/usage", "/usage"],
  ["/admin/usage/reports", "/admin/usage"],
  ["/settings/security", "/settings"],
  ["/admin", "/admin"],
  ["/admin/users/1", "/admin/users"],
])("%s belongs to %s", (path, href) => {
  expect(findDestination(path)?.href).toBe(href);
});

it.each(["/", "/creditsx", "/settingsx"])("%s belongs to no destination", (path) => {
  expect(findDestination(path)).toBeNull();
});

const pathsOf = (groups: ReturnType<typeof allDestinations>) =>
  groups.flatMap(({ items }) => items.map(({ href }) => href));

it("shows the pages of admins to admins alone", () => {
  expect(pathsOf(allDestinations(true))).toContain("/admin/users");
  for (const groups of [allDestinations(false), navigationAt("/admin", false), navigationAt("/", false)]) {
    expect(pathsOf(groups).filter((href) => href.startsWith("/admin"))).toEqual([]);
  }
});

it("leads an admin into the pages of admins, about in them, and back", () => {
  expect(pathsOf(navigationAt("/dashboard", true))).toContain("/admin");
  expect(pathsOf(navigationAt("/dashboard", true))).not.toContain("/admin/users");
  expect(pathsOf(navigationAt("/admin/users/1", true))).toContain("/admin/users");
  expect(pathsOf(navigationAt("/admin", true)).at(-1)).toBe("/dashboard");
});

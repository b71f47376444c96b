import { expect, it } from "vitest";

import { findDestination } from "./navigation";

it.each([
  ["/dashboard", "/dashboard"],
  ["/credits", "/credits"],
  ["/credits/history", "/credits/history"],
  ["/credits/buy/success", "/credits/buy"],
  ["/credits/unknown", "/credits"],
  ["/services/word-counter", "/services"],
  ["/billing/history", "/billing"],
  ["/settings/security", "/settings"],
])("%s belongs to %s", (path, href) => {
  expect(findDestination(path)?.href).toBe(href);
});

it.each(["/", "/creditsx", "/settingsx"])("%s belongs to no destination", (path) => {
  expect(findDestination(path)).toBeNull();
});

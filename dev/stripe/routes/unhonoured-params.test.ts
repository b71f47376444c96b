import { describe, expect, it } from "vitest";
import { findUnhonoured } from "./unhonoured-params";

const HONOURS = ["mode", "metadata", "line_items.price", "data.inner.kept"];

describe("findUnhonoured", () => {
  it.each<[string, object, string | null]>([
    ["nothing", {}, null],
    ["what is honoured", { mode: "payment", expand: ["x"] }, null],
    ["anything below an honoured name", { metadata: { any: { depth: "x" } } }, null],
    ["an honoured part of a list", { line_items: [{ price: "p" }] }, null],
    ["false, which asks for nothing", { tax: { enabled: false } }, null],
  ])("passes %s", (_what, params, expected) => {
    expect(findUnhonoured(params, HONOURS)).toBe(expected);
  });

  it.each<[string, object]>([
    ["locale", { mode: "payment", locale: "de" }],
    ["line_items.tax_rates", { line_items: [{ price: "p" }, { tax_rates: ["t"] }] }],
    ["data.inner.lost", { data: { inner: { kept: 1, lost: 2 } } }],
    ["tax.enabled", { tax: { enabled: true } }],
  ])("names %s", (name, params) => {
    expect(findUnhonoured(params, HONOURS)).toBe(name);
  });
});

import { expect, it } from "vitest";
import type { Cell, Unit } from "@/components/charts/dataset";
import { toCsv } from "./to-csv";

const csv = (unit: Unit, ...cells: Cell[]) =>
  toCsv({
    title: "Any",
    columns: [
      { key: "name", title: "Mean time", unit: { kind: "text" } },
      { key: "value", title: "Net", unit },
    ],
    rows: [cells],
  });

it.each([
  ["usd", -123_456n, "mean_time,net,currency", "a,-1234.56,USD"],
  ["jpy", 4_500n, "mean_time,net,currency", "a,4500,JPY"],
  ["kwd", 5n, "mean_time,net,currency", "a,0.005,KWD"],
])("money in %s is a decimal number with its currency", (...[currency, minor, head, line]) => {
  expect(csv({ kind: "money", currency }, "a", minor)).toBe(`\uFEFF${head}\n${line}\n`);
});

it("credits, counts, shares and days are plain, what is not known is empty", () => {
  expect(csv({ kind: "credits" }, "a", 1_500n)).toContain("a,1.500\n");
  expect(csv({ kind: "count" }, "a", -3)).toContain("a,-3\n");
  expect(csv({ kind: "share" }, "a", 0.125)).toContain("a,0.125\n");
  expect(csv({ kind: "share" }, "a", null)).toContain("a,\n");
  expect(csv({ kind: "day", bucket: "month" }, "a", "2026-11-01")).toContain("a,2026-11-01\n");
});

it("durations name their unit", () => {
  const dataset = { key: "mean", title: "Mean time", unit: { kind: "duration" } } as const;
  expect(toCsv({ title: "Any", columns: [dataset], rows: [[12]] })).toBe("\uFEFFmean_time_ms\n12\n");
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])("keeps %j from becoming a formula", (name) => {
  expect(csv({ kind: "count" }, name, 1)).toContain(`\n'${name},1\n`);
});

it("quotes what would break a line", () => {
  expect(csv({ kind: "count" }, 'A "b", c', 1)).toContain('"A ""b"", c",1');
});

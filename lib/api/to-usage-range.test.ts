import { expect, test } from "vitest";
import { toUsageRange } from "./to-usage-range";

const now = new Date("2026-11-22T23:59:59Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);

test.each([
  [{}, "2026-10-24", "2026-11-22"],
  [{ from: "2026-11-01" }, "2026-11-01", "2026-11-22"],
  [{ to: "2026-03-01" }, "2026-01-31", "2026-03-01"],
  [{ from: "2026-02-28", to: "2026-02-28" }, "2026-02-28", "2026-02-28"],
  [{ from: "2000-01-01" }, "2025-11-22", "2026-11-22"],
])("%j is whole days from %s to %s", (asked, from, to) => {
  expect(toUsageRange(asked, now)).toEqual({
    days: { from, to },
    from: day(from),
    to: new Date(day(to).getTime() + 86_400_000),
  });
});

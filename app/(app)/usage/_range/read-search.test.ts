import { expect, it } from "vitest";
import { loadUsageSearch } from "../search-params";
import { readRange } from "./read-search";

const read = (address: string) => readRange(loadUsageSearch(new URLSearchParams(address)), "2026-11-22");

it.each([
  ["", "2026-10-24", "2026-11-22", "2026-09-24", "day", "last-30"],
  ["period=last-90", "2026-08-25", "2026-11-22", "2026-05-27", "day", "last-90"],
  ["period=last-month", "2026-10-01", "2026-10-31", "2026-09-01", "day", "last-month"],
  ["period=last-12-months", "2025-12-01", "2026-11-22", "2024-12-09", "week", "last-12-months"],
  ["from=2024-01-01&to=2026-11-22", "2024-01-01", "2026-11-22", "2021-02-08", "month", null],
  ["period=last-7&from=2026-11-16&to=2026-11-22", "2026-11-16", "2026-11-22", "2026-11-09", "day", "last-7"],
  ["period=ever&from=%20", "2026-10-24", "2026-11-22", "2026-09-24", "day", "last-30"],
])("%j asks for %s to %s", (...[address, from, to, before, bucket, preset]) => {
  const asked = read(address);
  expect(asked).toMatchObject({ range: { from, to }, bucket, preset, problem: null });
  expect(asked.before.from).toBe(before);
});

it("keeps what was typed, says what is wrong with it and shows the usual range", () => {
  expect(read("from=2026-11-22&to=soon")).toMatchObject({
    range: { from: "2026-10-24", to: "2026-11-22" },
    typed: { from: "2026-11-22", to: "soon" },
    ...{ preset: null, problem: expect.stringContaining("not a day") as string },
  });
});

import { expect, it } from "vitest";
import { loadAnalyticsSearch } from "../search-params";
import { readSearch } from "./read-search";

const now = { zone: "UTC", today: "2026-11-22" };
const read = (address: string) => readSearch(loadAnalyticsSearch(new URLSearchParams(address)), now);

it("without a word asks for the last thirty days by day, compared with the thirty before", () => {
  expect(read("")).toEqual({
    query: {
      ...{ zone: "UTC", bucket: "day" },
      range: { from: "2026-10-24", to: "2026-11-22" },
      before: { from: "2026-09-24", to: "2026-10-23" },
    },
    preset: "last-30",
    typed: { from: "2026-10-24", to: "2026-11-22" },
    rangeProblem: null,
    running: true,
    notes: [],
  });
});

it("keeps what was typed, says what is wrong with it and shows the usual range", () => {
  const { query, typed, preset, rangeProblem } = read("from=2026-11-22&to=2026-11-01");
  expect(query.range).toEqual({ from: "2026-10-24", to: "2026-11-22" });
  expect(typed).toEqual({ from: "2026-11-22", to: "2026-11-01" });
  expect(preset).toBeNull();
  expect(rangeProblem).toMatch(/ends before it starts/);
});

it("takes days that a preset sends along for the preset", () => {
  expect(read("period=last-7&from=2026-11-16&to=2026-11-22").preset).toBe("last-7");
  expect(read("period=last-7&from=2026-11-15&to=2026-11-22").preset).toBeNull();
});

it("divides as asked where that can be drawn, and says where it cannot", () => {
  expect(read("period=last-7&by=month").query.bucket).toBe("month");
  const long = read("from=2020-01-01&to=2026-11-22&by=day");
  expect(long.query.bucket).toBe("month");
  expect(long.notes).toEqual(["The range is too long to be drawn by days. It is drawn by months."]);
});

it("says that a range to come is empty", () => {
  expect(read("from=2027-01-01&to=2027-01-31").notes).toEqual([
    "This range has not begun yet, so there is nothing in it.",
  ]);
});

it.each(["period=ever", "by=hour", "compare=sideways", "cohorts=9", "period=&from=&to="])(
  "takes %s as if it were not there",
  (address) => {
    expect(read(address)).toEqual(read(""));
  },
);

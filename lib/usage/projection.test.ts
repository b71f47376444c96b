import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRunOut, learnPace, projectUse, type DayOfUse, type Pace } from "./projection";
import { addDays, dayAt, startOfDay, weekdayOf } from "./projection-days";

/** A Monday. */
const today = "2026-11-23";
const noon = new Date("2026-11-23T12:00:00Z");

const every = (days: number, amount: (day: string) => number): DayOfUse[] =>
  Array.from({ length: days }, (_, index) => addDays(today, index - days)).map((day) => ({
    day,
    amount: amount(day),
  }));

const workdays = (day: string) => (weekdayOf(day) % 6 === 0 ? 0 : 10);

function paceOf(uses: readonly DayOfUse[]): Pace {
  const pace = learnPace(uses, { today, firstDay: uses[0]?.day ?? null });
  if (!pace.known) throw new Error(pace.reason);
  return pace;
}

const inUtc = (until: string) => ({ zone: "UTC", now: noon, until: new Date(until) });

describe("what is learnt", () => {
  it.each([
    ["never used", [], null, "too_new"],
    ["thirteen days of use", every(13, () => 5), addDays(today, -13), "too_new"],
    ["four days with use in months", every(4, () => 5), "2026-01-01", "too_rare"],
    [
      "four days with use and today",
      [...every(4, () => 5), { day: today, amount: 5 }],
      "2026-01-01",
      "too_rare",
    ],
    ["nothing since more than eight weeks", every(0, () => 5), "2026-01-01", "too_rare"],
  ] as const)("nothing of %s", (...[, uses, firstDay, reason]) => {
    expect(learnPace(uses, { today, firstDay })).toEqual({ known: false, reason });
  });

  it("the mean of each weekday, and how far days are from it", () => {
    expect(paceOf(every(14, workdays))).toEqual({
      known: true,
      means: [0, 10, 10, 10, 10, 10, 0],
      samples: [2, 2, 2, 2, 2, 2, 2],
      spread: 0,
    });
    const weeks = every(56, (day) => (day < "2026-10-26" ? 2 : 6));
    expect(paceOf(weeks)).toMatchObject({ means: Array(7).fill(4), samples: Array(7).fill(8) });
    expect(paceOf(weeks).spread).toBeCloseTo(Math.sqrt((56 * 4) / 49));
  });

  it("nothing of today, of days before the eight weeks, and of days to come", () => {
    const uses = every(80, (day) => (day < addDays(today, -56) ? 1_000 : 1));
    const more = [...uses, { day: today, amount: 1_000 }, { day: addDays(today, 1), amount: 1_000 }];
    expect(paceOf(more).means).toEqual(Array(7).fill(1));
  });

  it("days without use count from the first day of use on", () => {
    const uses = every(21, (day) => (day < "2026-11-09" ? 7 : 0));
    expect(paceOf(uses).means.map((mean) => Math.round(mean * 100) / 100)).toEqual(Array(7).fill(2.33));
  });
});

describe("what is expected", () => {
  it("is that of the remaining weekdays: today for its rest, the last day for its part", () => {
    const pace = paceOf(every(56, workdays));
    // Half of Monday, Tuesday to Friday, a weekend, and a quarter of the Monday after.
    const use = projectUse(pace, inUtc("2026-11-30T06:00:00Z"));
    expect(use.expected).toBeCloseTo(5 + 40 + 2.5);
    expect(use.low).toBe(use.expected);
  });

  it.each([
    ["Pacific/Kiritimati", 0.5],
    ["Europe/Vienna", 0.5],
    ["America/Los_Angeles", 0.5],
  ])("ends with the last instant of a month of UTC in %s", (zone) => {
    const pace = paceOf(every(56, () => 24));
    const now = new Date("2026-11-30T21:00:00Z");
    expect(projectUse(pace, { zone, now, until: new Date("2026-12-01T00:00:00Z") }).expected).toBeCloseTo(3);
  });

  it("is nothing once the period is over", () => {
    const until = new Date(noon.getTime());
    expect(projectUse(paceOf(every(56, () => 24)), { ...inUtc(""), until })).toEqual({
      expected: 0,
      low: 0,
      high: 0,
    });
  });

  it("counts a day of 23 or 25 hours as one day", () => {
    const pace = paceOf(every(56, () => 10));
    const day = (from: string, until: string) =>
      projectUse(pace, { zone: "Europe/Vienna", now: new Date(from), until: new Date(until) }).expected;
    expect(day("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")).toBeCloseTo(10);
    expect(day("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")).toBeCloseTo(10);
    expect(day("2026-03-28T23:00:00Z", "2026-03-31T22:00:00Z")).toBeCloseTo(30);
  });
});

describe("when it runs out", () => {
  const steady = paceOf(every(56, () => 10));

  it.each([
    [5, today],
    [5.5, "2026-11-24"],
    [15, "2026-11-24"],
    [65, "2026-11-29"],
  ])("with %d left at ten a day from noon on it is %s", (left, day) => {
    expect(findRunOut(steady, { ...inUtc("2026-12-01T00:00:00Z"), left })).toEqual({
      ...{ runsOut: true, day, earliest: day, latest: day },
    });
  });

  it("is after the period where what is left is enough", () => {
    const run = findRunOut(steady, { ...inUtc("2026-12-01T00:00:00Z"), left: 76 });
    expect(run).toEqual({ runsOut: false, earliest: null });
  });

  it("is earlier at a high pace, and later or never at a low one", () => {
    const varying = paceOf(every(56, (day) => (Number(day.slice(8)) % 2 === 0 ? 4 : 16)));
    const run = findRunOut(varying, { ...inUtc("2027-02-20T00:00:00Z"), left: 300 });
    if (!run.runsOut || run.latest === null) throw new Error("runs out at any pace");
    expect(run.earliest < run.day && run.day < run.latest).toBe(true);
    expect(findRunOut(varying, { ...inUtc("2026-12-24T00:00:00Z"), left: 300 })).toMatchObject({
      ...{ runsOut: true, day: run.day, latest: null },
    });
  });
});

const zones = [
  ...["UTC", "Europe/Vienna", "America/Los_Angeles", "Asia/Kolkata", "Africa/Cairo", "Asia/Beirut"],
  ...["Pacific/Kiritimati", "Etc/GMT+12", "Australia/Lord_Howe", "America/St_Johns", "America/Sao_Paulo"],
];
const instant = fc.date({ min: new Date("2015-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });

describe("for any history, zone and instant", () => {
  it("a day begins where the calendar says its name first", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
        const day = dayAt(at.getTime(), zone);
        const start = startOfDay(day, zone);
        expect(start).toBeLessThanOrEqual(at.getTime());
        expect([dayAt(start, zone), dayAt(start - 1, zone) < day]).toEqual([day, true]);
        expect(startOfDay(addDays(day, 1), zone)).toBeGreaterThan(at.getTime());
      }),
    );
  });

  it("what is expected lies in its range, adds up, and decides when it runs out", () => {
    const history = fc.array(fc.nat(500), { minLength: 60, maxLength: 60 });
    const span = fc.tuple(fc.nat(60 * 24), fc.nat(60 * 24)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(
        history,
        fc.constantFrom(...zones),
        instant,
        span,
        fc.integer({ min: 1, max: 20_000 }),
        (...all) => {
          const [amounts, zone, now, [hours = 0, more = 0], left] = all;
          const day = dayAt(now.getTime(), zone);
          const uses = amounts.map((amount, index) => ({ day: addDays(day, index - 60), amount }));
          const pace = learnPace(uses, { today: day, firstDay: uses[0]?.day ?? null });
          fc.pre(pace.known);
          const to = (count: number) => new Date(now.getTime() + count * 3_600_000);
          const use = projectUse(pace, { zone, now, until: to(more) });
          expect(use.low).toBeGreaterThanOrEqual(0);
          expect(use.low).toBeLessThanOrEqual(use.expected + 1e-9);
          expect(use.high).toBeGreaterThanOrEqual(use.expected);
          const first = projectUse(pace, { zone, now, until: to(hours) }).expected;
          const rest = projectUse(pace, { zone, now: to(hours), until: to(more) }).expected;
          expect(first + rest).toBeCloseTo(use.expected, 6);
          const run = findRunOut(pace, { zone, now, until: to(more), left });
          expect(run.runsOut).toBe(use.expected >= left);
          if (!run.runsOut) return;
          expect(run.earliest <= run.day && run.day <= (run.latest ?? "9999")).toBe(true);
          const end = new Date(Math.min(startOfDay(addDays(run.day, 1), zone), to(more).getTime()));
          expect(projectUse(pace, { zone, now, until: end }).expected).toBeGreaterThanOrEqual(left - 1e-6);
        },
      ),
    );
  });
});

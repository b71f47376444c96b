import { expect, test } from "vitest";
import { aUsageDay, aUsageReport } from "@/tests/factories/usage-report";
import { renderUsageReport } from "../render-usage-report";
import { toPrintedReport } from "./printed";

const madeAt = new Date("2026-11-22T08:30:00Z");
const print = (report = aUsageReport()) =>
  toPrintedReport(report, { madeAt, hasGlyph: (sign) => sign < 0x250 });
const pages = (pdf: Buffer) => [...pdf.toString("latin1").matchAll(/\/Type \/Page\b/g)].length;
const render = (report = aUsageReport()) => renderUsageReport(report, { seller: "QuickScale", madeAt });

test("a report says whose it is, of which days and zone, and what was used of what", () => {
  const printed = print();
  expect(printed).toMatchObject({
    title: "October 2026",
    person: ["Ada Lovelace", "ada@example.com"],
    empty: null,
  });
  expect(printed.facts.map(({ value }) => value)).toEqual([
    "Europe/Vienna",
    "Everything",
    "22 Nov 2026, 09:30 CET",
  ]);
  expect(printed.figures.map(({ value }) => value)).toEqual(["3", "3", "15", "0"]);
  expect(printed.chart).toMatchObject({ title: "Credits used by day", highest: "15", first: "1 Oct 2026" });
  expect([...printed.summaries, ...printed.periods].map(({ title, rows }) => [title, rows.length])).toEqual([
    ["By service", 2],
    ["Limits", 1],
    ["By day", 31],
  ]);
  expect(printed.summaries[0]?.rows[0]).toEqual(["Image optimiser", "3", "0", "10", "5", "15"]);
  expect(printed.credits.map(({ label, value }) => [label, value])).toEqual([
    ["Balance at the beginning of 1 Oct 2026", "100"],
    ["Subscription credits", "+1,000"],
    ["Spent", "−15"],
    ["Expired", "−12"],
    ["Balance at the end of 31 Oct 2026", "1,073"],
  ]);
});

test("what was taken back, repaid and let go of stands there, too; of a filter it says so", () => {
  const { credits } = aUsageReport();
  const printed = print(
    aUsageReport({
      filter: { kind: "run", subject: "image-optimiser", source: "api" },
      credits: {
        ...{ ...credits, takenBackMilli: 3_000n, forgivenMilli: 2_000n },
        cameIn: [
          { kind: null, milli: 4_000n },
          { kind: "payg", milli: 5_000n },
        ],
      },
    }),
  );
  expect(printed.facts[1]?.value).toBe("runs, image-optimiser, by API");
  expect(printed.creditsTitle).toBe("Credits of the whole account");
  expect(printed.credits.slice(1, -1).map(({ label, value }) => `${label} ${value}`)).toEqual([
    "Pay-as-you-go credits +5",
    "Repaid what was owed +4",
    "Spent −15",
    "Expired −12",
    "Taken back −3",
    "Let go of what was owed +2",
  ]);
});

test("without credits the chart counts; without use there is none, and the report says so", () => {
  const free = aUsageReport({ days: [aUsageDay({ day: "2026-10-02", costMilli: 0n })] });
  expect(print(free).chart).toMatchObject({ title: "Runs and API calls by day", highest: "3" });
  const empty = print(aUsageReport({ days: [] }));
  expect(empty).toMatchObject({ empty: "Nothing was used in these days.", chart: null });
  expect(empty.periods).toEqual([]);
  expect(empty.summaries.map(({ title }) => title)).toEqual(["Limits"]);
});

test("names that no font has are left out, and what somebody made up breaks no page", async () => {
  const hostile = `<b>${"W".repeat(300)}</b> =cmd|' \u202E🎉 한국`;
  const report = aUsageReport({
    person: { name: "한국 사람", email: "ada@example.com" },
    days: [aUsageDay({ day: "2026-10-02", subject: hostile })],
    filter: { kind: null, subject: hostile, source: null },
  });
  const printed = print(report);
  expect(printed.person).toEqual(["ada@example.com"]);
  expect(printed.summaries[0]?.rows[0]?.[0]).toBe(`<b>${"W".repeat(56)}…`);
  expect(printed.facts[1]?.value).toHaveLength(60);
  expect(pages(await render(report))).toBe(3);
});

test("a year with a hundred services takes pages with numbers, and the same report gives the same bytes", async () => {
  const days = Array.from({ length: 100 }, (_, index) =>
    aUsageDay({ day: "2026-05-05", subject: `service-${index}` }),
  );
  const year = aUsageReport({ from: "2026-01-01", to: "2026-12-31", days });
  const pdf = await render(year);
  expect(pages(pdf)).toBeGreaterThanOrEqual(4);
  expect(pdf.equals(await render(structuredClone(year)))).toBe(true);
  expect(pages(await render(aUsageReport({ days: [], meters: [] })))).toBe(1);
});

import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DataTable } from "./data-table";
import type { Dataset } from "./dataset";
import { formatCell, formatTick } from "./format-cell";
import { formatDayShort } from "./format-day";
import { HeatMap } from "./heat-map";
import { PaperChart } from "./paper-chart";
import { RankingBars } from "./ranking-bars";
import type { Series } from "./series";
import { Sparkline } from "./sparkline";
import { isEmpty, toDrawing } from "./to-drawing";

const yen: Dataset = {
  title: "Revenue",
  columns: [
    { key: "day", title: "Month", unit: { kind: "day", bucket: "month" } },
    { key: "paid", title: "Paid", unit: { kind: "money", currency: "jpy" } },
    { key: "back", title: "Given back", unit: { kind: "money", currency: "jpy" } },
  ],
  rows: [
    ["2026-10-01", 4_500n, 0n],
    ["2026-11-01", 1_000n, 300n],
  ],
};

const series: Series[] = [
  { key: "paid", label: "Paid", colour: "red", shape: "bar" },
  { key: "back", label: "Given back", colour: "blue", shape: "bar", below: true },
];

const cellsOf = (element: React.ReactElement) =>
  [...renderToStaticMarkup(element).matchAll(/<t[hd](?: [^>]*)?>([^<]*)<\/t[hd]>/g)].map((match) => match[1]);

describe("words of a cell", () => {
  it.each([
    [4_500n, { kind: "money", currency: "jpy" }, "¥4,500"],
    [-4_500n, { kind: "money", currency: "kwd" }, "−KWD\u00a04.500"],
    [1_250n, { kind: "credits" }, "1.25"],
    [0.5, { kind: "share" }, "50%"],
    [2_400, { kind: "duration" }, "2.4 s"],
    [9_007_199_254_740_993n, { kind: "count" }, "9,007,199,254,740,993"],
    ["2026-11-16", { kind: "day", bucket: "week" }, "Week of 16 Nov 2026"],
    [null, { kind: "count" }, "—"],
  ] as const)("%s as %o is %s", (cell, unit, words) => {
    expect(formatCell(cell, unit)).toBe(words);
  });

  it("beside the grid money has its currency and no decimals", () => {
    expect(formatTick(1_500, { kind: "money", currency: "usd" })).toBe("$1.5K");
    expect(formatDayShort("2026-01-01", "month")).toBe("Jan ’26");
  });
});

it("a table has every figure exactly", () => {
  expect(cellsOf(<DataTable dataset={yen} />)).toEqual([
    ...["Month", "Paid", "Given back"],
    ...["Oct 2026", "¥4,500", "¥0"],
    ...["Nov 2026", "¥1,000", "¥300"],
  ]);
});

it("draws what leaves below zero, yen as they are, and reaches as far as what stands on one another", () => {
  expect(toDrawing(yen, series)).toMatchObject({
    points: [
      { row: 0, paid: 4_500, back: 0 },
      { row: 1, paid: 1_000, back: -300 },
    ],
    smallest: -300,
    largest: 4_500,
  });
});

it("there is nothing to draw where every drawn figure is zero or missing, whatever stands beside", () => {
  expect(isEmpty(yen, series)).toBe(false);
  expect(isEmpty(yen, series.slice(1))).toBe(false);
  expect(isEmpty({ ...yen, rows: [["2026-10-01", 4_500n, 0n]] }, series.slice(1))).toBe(true);
  expect(isEmpty({ ...yen, rows: [["2026-10-01", null, -1n]] }, series)).toBe(false);
  expect(isEmpty({ ...yen, rows: [] }, series)).toBe(true);
});

it("the first cell of a line of a table names it", () => {
  expect(renderToStaticMarkup(<DataTable dataset={yen} />).match(/scope="row"/g)).toHaveLength(2);
});

it("on paper draws one bar for each figure that is not zero", () => {
  const drawn = renderToStaticMarkup(<PaperChart dataset={yen} series={series} />);
  expect(drawn.match(/<rect/g)).toHaveLength(3);
  expect(drawn).not.toContain("NaN");
});

it.each([[[]], [[5]], [[0, 0]], [[-3, 7, 2]]])("a sparkline of %j has no holes", (values) => {
  const drawn = renderToStaticMarkup(<Sparkline values={values} />);
  expect(drawn).toContain("<polyline");
  expect(drawn).not.toMatch(/NaN|Infinity/);
});

it("a cohort of nobody has no shares, and months to come have no cells", () => {
  const row = { key: "a", title: "Nov 2026", size: "0", cells: [{ share: null, words: "Nobody" }] };
  const map = (
    <HeatMap label="Retention" corner="Signed up in" sizeTitle="People" columns={["0", "1"]} rows={[row]} />
  );
  expect(cellsOf(map)).toEqual(["Signed up in", "People", "0", "1", "Nov 2026", "0", "–"]);
});

it("the longest bar is of the most, and nothing has none", () => {
  const items = [10, 5, 0].map((drawn) => ({ key: String(drawn), label: drawn, drawn, value: drawn }));
  const widths = [...renderToStaticMarkup(<RankingBars items={items} />).matchAll(/width:([^;]+);/g)];
  expect(widths.map((match) => match[1])).toEqual(["max(2px, 100%)", "max(2px, 50%)", "0"]);
});

import type { PageFigures } from "./measure-pages";
import type { RefreshFigures } from "./measure-refresh";
import type { SpendFigures } from "./measure-spends";
import type { Timed } from "./timing";

export interface Figures {
  loadSeconds: number | null;
  rebuildSeconds: number | null;
  pages: readonly PageFigures[];
  /** Milliseconds of one reading straight from the facts, by question. */
  factsMs: ReadonlyMap<string, number>;
  pulse: Timed;
  refresh: RefreshFigures;
  spends: SpendFigures;
  tables: readonly { name: string; rows: string; megabytes: string }[];
}

const targets = { loadSeconds: 360, pageMs: 300, refreshSeconds: 10 };

const table = (rows: readonly (readonly string[])[]) => {
  const [head = [], ...body] = rows;
  return [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...body]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
};

const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0);

const timesAs = (facts: number | undefined, kept: number) => (facts ? `${Math.round(facts / kept)}×` : "–");

const pagesTable = ({ pages, factsMs }: Figures) =>
  table([
    [
      "page data, today read live",
      ...["p50 ms", "p95 ms", "after a start: p50 ms", "p95 ms", "straight from the facts, s", "÷ p50"],
    ],
    ...pages.map(({ question, cold, restarted }) => {
      const facts = factsMs.get(question);
      const taken = [cold.p50, cold.p95, restarted.p50, restarted.p95].map(ms);
      return [question, ...taken, facts ? (facts / 1000).toFixed(0) : "–", timesAs(facts, cold.p50)];
    }),
  ]);

const othersTable = ({ loadSeconds, rebuildSeconds, refresh, pulse, spends }: Figures) =>
  table([
    ["what", "figure", "target"],
    ...(loadSeconds === null
      ? []
      : [["loading, indexes and vacuum included, s", loadSeconds.toFixed(0), `< ${targets.loadSeconds}`]]),
    ...(rebuildSeconds === null
      ? []
      : [["rebuilding all rollups of a zone, s", rebuildSeconds.toFixed(0), "–"]]),
    [
      "the job after one day of new facts, slowest, s",
      Math.max(...refresh.ofOneDay).toFixed(1),
      `< ${targets.refreshSeconds}`,
    ],
    ["the job after as many late facts of 30 old days, s", refresh.ofLate.toFixed(1), "–"],
    ["the pulse, p50 / p95 ms", `${ms(pulse.p50)} / ${ms(pulse.p95)}`, "–"],
    [
      "spends a second with marks / without",
      `${spends.withMarks.toFixed(0)} / ${spends.without.toFixed(0)}`,
      "–",
    ],
    ["with ÷ without, median of the rounds", spends.ratio.toFixed(2), "–"],
  ]);

export function missedTargets({ loadSeconds, pages, refresh }: Figures): string[] {
  return [
    ...(loadSeconds !== null && loadSeconds >= targets.loadSeconds ? ["loading"] : []),
    ...pages.filter(({ cold }) => cold.p95 >= targets.pageMs).map(({ question }) => question),
    ...(Math.max(...refresh.ofOneDay) >= targets.refreshSeconds ? ["the job after one day"] : []),
  ];
}

export function report(figures: Figures): string {
  const missed = missedTargets(figures);
  return [
    pagesTable(figures),
    "",
    othersTable(figures),
    "",
    table([
      ["rollup", "rows", "MB"],
      ...figures.tables.map(({ name, rows, megabytes }) => [name, rows, megabytes]),
    ]),
    "",
    `Memory of the process at most: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`,
    missed.length === 0
      ? `Targets met; page data below ${targets.pageMs} ms.`
      : `Targets missed: ${missed.join(", ")}.`,
    "",
  ].join("\n");
}

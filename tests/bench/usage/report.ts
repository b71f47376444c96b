import type { Load } from "../credits/load";
import type { JobFigure } from "./measure-job";
import type { PageFigures } from "./measure-pages";
import type { RecordFigures } from "./measure-records";
import type { RunFigures } from "./measure-runs";

export interface Figures {
  runs: readonly RunFigures[];
  records: readonly RecordFigures[];
  /** Seconds. */
  fill: number;
  pages: readonly PageFigures[];
  job: readonly JobFigure[];
}

const targets = { addedMs: 1, recordsPerSecond: 3_000, pageMs: 100 };

const table = (rows: readonly (readonly string[])[]) => {
  const [head = [], ...body] = rows;
  return [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...body]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
};

const whole = (value: number) => Math.round(value).toLocaleString("en-US");
const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);
const of = ({ perSecond, p50, p99 }: Load) => `${whole(perSecond)} (${ms(p50)} / ${ms(p99)})`;

const runsTable = (runs: Figures["runs"]) =>
  table([
    [
      "a run of, 64 at once",
      "with: a second (p50 / p99 ms)",
      "without",
      "added to p50, ms",
      "with ÷ without",
    ],
    ...runs.map((figures) => [
      `${figures.service}, ${figures.load === "full" ? "as fast as it goes" : "at an even pace"}`,
      ...[of(figures.with), of(figures.without), ms(figures.addedMs), figures.ratio.toFixed(2)],
    ]),
  ]);

const recordsTable = (records: Figures["records"]) =>
  table([
    [
      "records, 64 callers",
      ...["begun: a second (p50 / p99 ms)", "begun and ended", "floor: one INSERT", "begun ÷ floor"],
    ],
    ...records.map(({ target, begun, ended, floor, ratio }) => [
      ...[target, of(begun), of(ended), of(floor), ratio.toFixed(2)],
    ]),
  ]);

const pagesTable = (pages: Figures["pages"]) =>
  table([
    [
      "page data",
      ...["new connections: p50 ms", "p95 ms", "open ones: p50 ms", "p95 ms", "days from the records, ms"],
    ],
    ...pages.map(({ question, cold, warm, fromRecordsMs }) => [
      question,
      ...[cold.p50, cold.p95, warm.p50, warm.p95].map(ms),
      whole(fromRecordsMs),
    ]),
  ]);

const jobTable = (job: Figures["job"]) =>
  table([
    ["the job that sums, after", "records", "hours of people", "slowest, s"],
    ...job.map(({ after, records, hours, seconds, problem }) => [
      ...[after, whole(records), whole(hours), problem ? "failed" : Math.max(...seconds).toFixed(2)],
    ]),
  ]);

export function missedTargets({ runs, records, pages, job }: Figures): string[] {
  return [
    ...runs
      .filter(({ load, addedMs }) => load === "even" && addedMs >= targets.addedMs)
      .map(({ service }) => `what counting adds to ${service}`),
    ...records
      .filter(({ ended }) => ended.perSecond < targets.recordsPerSecond)
      .map(({ target }) => `records of ${target}`),
    ...pages.filter(({ cold }) => cold.p95 >= targets.pageMs).map(({ question }) => question),
    ...job.flatMap(({ after, problem }) => (problem ? [`the job after ${after} (${problem})`] : [])),
  ];
}

export function report(figures: Figures): string {
  const missed = missedTargets(figures);
  return [
    ...[runsTable(figures.runs), "", recordsTable(figures.records), ""],
    ...[pagesTable(figures.pages), "", jobTable(figures.job), ""],
    `Writing the records of a year and summing them took ${figures.fill.toFixed(0)} s.`,
    `Memory of the process at most: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`,
    missed.length === 0 ? "Targets met." : `Targets missed: ${missed.join(", ")}.`,
    "",
  ].join("\n");
}

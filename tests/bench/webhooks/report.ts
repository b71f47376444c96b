import type { Burst } from "./deliver";
import type { EndpointLoad } from "./watch-calls";

export interface Convergence {
  events: number;
  seconds: number;
  endpoints: EndpointLoad[];
  gaps: number;
  wrong: number;
  unfinished: number;
}

const table = (rows: readonly (readonly string[])[]) => {
  const [head = [], ...body] = rows;
  return [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...body]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
};

const whole = (value: number) => Math.round(value).toLocaleString("en-US");

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

interface Setting {
  cores: number;
  model: string;
  rounds: number;
  burstSize: number;
  concurrent: number;
}

export const machineLine = ({ cores, model, rounds, burstSize, concurrent }: Setting) =>
  `Machine: ${cores} cores (${model}), Node.js ${process.versions.node}. Medians of ${rounds} bursts of ${whole(burstSize)} webhooks, ${concurrent} at a time.`;

export function burstTable(bursts: readonly (readonly [string, readonly Burst[]])[]): string {
  const cell = (all: readonly Burst[], part: keyof Burst) => whole(median(all.map((burst) => burst[part])));
  return table([
    ["acknowledging", "a second", "p50 ms", "p99 ms", "slowest ms"],
    ...bursts.map(([name, all]) => [
      name,
      ...(["perSecond", "p50", "p99", "slowest"] as const).map((part) => cell(all, part)),
    ]),
  ]);
}

export function resultTable({ events, seconds, endpoints, gaps, wrong, unfinished }: Convergence): string {
  const most = Math.max(...endpoints.map((endpoint) => endpoint.most));
  return table([
    ["a backlog", "figure"],
    ["events", whole(events)],
    ["seconds until it was worked off, the server's start included", whole(seconds)],
    ["events that were not", whole(unfinished)],
    ["customers whose credits are not what Stripe's paid invoices imply", whole(wrong)],
    [
      "most calls of one endpoint in any second",
      `${whole(most)}${gaps > 0 ? ` (${gaps} gaps in the log)` : ""}`,
    ],
  ]);
}

export function callTable(endpoints: readonly EndpointLoad[]): string {
  return table([
    ["endpoint", "calls", "most in a second"],
    ...endpoints.map(({ endpoint, calls, most }) => [`\`${endpoint}\``, whole(calls), whole(most)]),
  ]);
}

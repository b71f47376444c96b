import { contenders } from "./contenders";
import { type Load } from "./load";

export interface Cell {
  target: string;
  concurrent: number;
}

export interface Comparison {
  cells: readonly Cell[];
  load: (contender: string, cell: Cell) => Load;
}

const table = (rows: readonly (readonly string[])[]) => {
  const [head = [], ...body] = rows;
  return [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...body]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
};

const whole = (value: number) => Math.round(value).toLocaleString("en-US");
const latency = ({ p50, p99 }: Load) => `${p50.toFixed(2)} / ${p99.toFixed(2)}`;

/** Spends per second and latencies of each contender, and ours against each. */
export function comparisonTable({ cells, load }: Comparison): string {
  const [ours, prisma, bare] = contenders;
  return table([
    [
      "accounts, concurrent",
      ...contenders.map(({ name }) => `${name}: a second (p50 / p99 ms)`),
      "ours ÷ Prisma",
      "ours ÷ bare",
    ],
    ...cells.map((cell) => {
      const loads = contenders.map(({ name }) => load(name, cell));
      const perSecond = (name: string) => load(name, cell).perSecond;
      return [
        `${cell.target}, ${cell.concurrent}`,
        ...loads.map((each) => `${whole(each.perSecond)} (${latency(each)})`),
        `${(perSecond(ours.name) / perSecond(prisma.name)).toFixed(1)}×`,
        `${(perSecond(ours.name) / perSecond(bare.name)).toFixed(2)}×`,
      ];
    }),
  ]);
}

/** The same spend on accounts with histories of growing length. */
export function historyTable(loads: ReadonlyMap<number, Load[]>, concurrencies: readonly number[]): string {
  const [shortest] = [...loads.values()];
  return table([
    [
      "entries of the account",
      ...concurrencies.map((n) => `${n} concurrent: a second (p50 / p99 ms)`),
      "p50 against the shortest, alone",
    ],
    ...[...loads].map(([entries, each]) => [
      whole(entries),
      ...each.map((load) => `${whole(load.perSecond)} (${latency(load)})`),
      `${((each[0]?.p50 ?? Number.NaN) / (shortest?.[0]?.p50 ?? Number.NaN)).toFixed(2)}×`,
    ]),
  ]);
}

import { columnsOf, count, credits, dayColumn } from "@/components/charts/columns";
import type { Bucket, Column, Dataset } from "@/components/charts/dataset";
import type { Series } from "@/components/charts/series";
import { startOfStretch, stretchesOf } from "@/components/ranges/stretches";
import type { DayRange } from "@/lib/analytics/types";
import type { UsageDay } from "@/lib/usage/types";
import type { ChartView } from "../search-params";
import type { RankedSubject } from "./ranking";

export interface Chart {
  dataset: Dataset;
  series: Series[];
}

interface Asked {
  range: DayRange;
  bucket: Bucket;
  /** Most first; names and colours follow their order. */
  ranked: readonly RankedSubject[];
}

/** How many are drawn by themselves; the others are one. */
const mostDrawn = 4;
const colours = ["new", "expansion", "contraction", "churn"].map((name) => `var(--chart-${name})`);
const others = { key: "*", title: "Others", colour: "var(--chart-quiet)" };

/** What is shown where nobody chose: credits, unless none were taken. */
export const fittingView = (days: readonly UsageDay[]): ChartView =>
  days.some(({ costMilli }) => costMilli > 0n) ? "subject" : "events";

export function toChart(view: ChartView, days: readonly UsageDay[], asked: Asked): Chart {
  if (view === "credits") return creditsByKind(days, asked);
  const counted = view === "events" ? asked.ranked : asked.ranked.filter(({ costMilli }) => costMilli > 0n);
  const drawn = counted.slice(0, mostDrawn).map(({ kind, subject, title }, index) => ({
    ...{ key: `${kind} ${subject}`, title, colour: colours[index] ?? others.colour },
  }));
  const shown = counted.length > mostDrawn ? [...drawn, others] : drawn;
  const keyOf = ({ kind, subject }: UsageDay) => {
    const key = `${kind} ${subject}`;
    return drawn.some((one) => one.key === key) ? key : others.key;
  };
  const unit = view === "events" ? count : credits;
  return draw(view === "events" ? "Times used" : "Credits used", {
    ...{ days, asked, shown },
    columns: shown.map(({ key, title }) => ({ key, title, unit })),
    partsOf: (day) => [[keyOf(day), view === "events" ? BigInt(day.events) : day.costMilli]],
  });
}

const creditKinds = [
  { key: "subscription", title: "Subscription credits", colour: "var(--credit-subscription)" },
  { key: "payg", title: "Pay-as-you-go credits", colour: "var(--credit-payg)" },
];

function creditsByKind(days: readonly UsageDay[], asked: Asked): Chart {
  return draw("Credits used", {
    ...{ days, asked, shown: creditKinds },
    columns: columnsOf(credits, Object.fromEntries(creditKinds.map(({ key, title }) => [key, title]))),
    partsOf: ({ subscriptionMilli, paygMilli }) => [
      ["subscription", subscriptionMilli],
      ["payg", paygMilli],
    ],
  });
}

interface Parts {
  days: readonly UsageDay[];
  asked: Asked;
  shown: readonly { key: string; title: string; colour: string }[];
  columns: Column[];
  partsOf: (day: UsageDay) => readonly (readonly [key: string, amount: bigint])[];
}

function draw(title: string, { days, asked, shown, columns, partsOf }: Parts): Chart {
  const { range, bucket } = asked;
  const sums = new Map<string, bigint>();
  for (const day of days) {
    for (const [key, amount] of partsOf(day)) {
      const cell = `${startOfStretch(day.day, bucket)} ${key}`;
      sums.set(cell, (sums.get(cell) ?? 0n) + amount);
    }
  }
  return {
    dataset: {
      title: `${title} by ${bucket}`,
      columns: [dayColumn(bucket), ...columns],
      rows: stretchesOf(range, bucket).map((day) => [
        day,
        ...shown.map(({ key }) => sums.get(`${day} ${key}`) ?? 0n),
      ]),
    },
    series: shown.map(({ key, title: label, colour }) => ({ key, label, colour, shape: "bar" })),
  };
}

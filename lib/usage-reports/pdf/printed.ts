import { creditKinds, type CreditKind } from "@/lib/credits/types";
import { toDrawable } from "@/lib/pdf";
import { formatCount, formatCredits, formatMinute } from "@/lib/shared/format";
import type { PeriodUse, ReportBucket, SubjectUse, UsageReport } from "../types";
import { dayWords, meterWords, monthWords, rangeWords, shorten } from "../words";

interface Row {
  label: string;
  value: string;
}

export interface PrintedTable {
  title: string;
  /** The first is what a row is of; all others are figures. */
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface PrintedChart {
  title: string;
  /** Shares of the highest one, oldest first. */
  bars: readonly number[];
  highest: string;
  first: string;
  last: string;
}

/** A report as words, in the order of the page. */
export interface PrintedReport {
  title: string;
  person: readonly string[];
  facts: readonly Row[];
  figures: readonly Row[];
  /** Stands in place of charts and tables where nothing was used. */
  empty: string | null;
  chart: PrintedChart | null;
  /** What fits beside the headline. */
  summaries: readonly PrintedTable[];
  periods: readonly PrintedTable[];
  creditsTitle: string;
  credits: readonly Row[];
  footer: string;
}

const kindWords: Readonly<Record<CreditKind, string>> = {
  subscription: "Subscription credits",
  payg: "Pay-as-you-go credits",
  promo: "Promotional credits",
  admin: "Credits from support",
};

function periodWords({ from, to }: PeriodUse, bucket: ReportBucket): string {
  if (bucket === "day") return dayWords(from);
  return bucket === "month" ? monthWords(from) : rangeWords({ from, to });
}

function filterWords({ kind, subject, source }: UsageReport["filter"]): string {
  const parts = [
    kind === null ? null : { run: "runs", api_call: "API calls" }[kind],
    subject,
    source === null ? null : { web: "in the app", api: "by API" }[source],
  ];
  return parts.filter((part) => part !== null).join(", ") || "Everything";
}

function chartOf({ periods, bucket }: UsageReport): PrintedChart | null {
  const [first, last] = [periods.at(0), periods.at(-1)];
  if (!first || !last || periods.length < 2) return null;
  const inCredits = periods.some(({ costMilli }) => costMilli > 0n);
  const values = periods.map(({ costMilli, runs, calls }) => (inCredits ? Number(costMilli) : runs + calls));
  const highest = Math.max(...values);
  if (highest <= 0) return null;
  return {
    title: `${inCredits ? "Credits used" : "Runs and API calls"} by ${bucket}`,
    bars: values.map((value) => value / highest),
    highest: inCredits ? formatCredits(BigInt(Math.round(highest))) : formatCount(highest),
    first: periodWords(first, bucket),
    last: periodWords(last, bucket),
  };
}

function subjectRow({ kind, title, events, failed, subscriptionMilli, paygMilli, costMilli }: SubjectUse) {
  const credits = [subscriptionMilli, paygMilli, costMilli].map((milli) => formatCredits(milli));
  return [kind === "run" ? title : `API: ${title}`, formatCount(events), formatCount(failed), ...credits];
}

function bySubject({ subjects }: UsageReport): PrintedTable {
  const columns = ["Service", "Count", "Failed", "Subscription", "Pay as you go", "Credits"];
  return { title: "By service", columns, rows: subjects.map(subjectRow) };
}

function byPeriod({ periods, bucket }: UsageReport): PrintedTable {
  const rows = periods.map((period) => [
    periodWords(period, bucket),
    formatCount(period.runs),
    formatCount(period.calls),
    formatCredits(period.costMilli),
  ]);
  return { title: `By ${bucket}`, columns: ["Days", "Runs", "API calls", "Credits"], rows };
}

const byKind = (a: { kind: CreditKind | null }, b: { kind: CreditKind | null }) =>
  (a.kind ? creditKinds.indexOf(a.kind) : 9) - (b.kind ? creditKinds.indexOf(b.kind) : 9);

function creditsOf({ credits, from, to }: UsageReport): Row[] {
  const plus = (milli: bigint) => `${milli > 0n ? "+" : ""}${formatCredits(milli)}`;
  const moved = (label: string, milli: bigint) => (milli === 0n ? [] : [{ label, value: plus(milli) }]);
  const cameIn = [...credits.cameIn].sort(byKind);
  return [
    { label: `Balance at the beginning of ${dayWords(from)}`, value: formatCredits(credits.openingMilli) },
    ...cameIn.flatMap(({ kind, milli }) => moved(kind ? kindWords[kind] : "Repaid what was owed", milli)),
    ...moved("Spent", -credits.spentMilli),
    ...moved("Expired", -credits.expiredMilli),
    ...moved("Taken back", -credits.takenBackMilli),
    ...moved("Let go of what was owed", credits.forgivenMilli),
    { label: `Balance at the end of ${dayWords(to)}`, value: formatCredits(credits.closingMilli) },
  ];
}

function metersOf({ meters }: UsageReport): PrintedTable[] {
  const rows = meters.map((meter) => meterWords(meter)).map(({ label, value }) => [label, value]);
  return rows.length > 0 ? [{ title: "Limits", columns: ["Limit", "Used"], rows }] : [];
}

function figuresOf({ totals }: UsageReport): Row[] {
  return [
    { label: "Runs", value: formatCount(totals.runs) },
    { label: "API calls", value: formatCount(totals.calls) },
    { label: "Credits used", value: formatCredits(totals.costMilli) },
    { label: "Failed", value: formatCount(totals.failed) },
  ];
}

interface Frame {
  madeAt: Date;
  hasGlyph: (codePoint: number) => boolean;
}

/** Puts a report into words that the fonts can show. */
export function toPrintedReport(report: UsageReport, { madeAt, hasGlyph }: Frame): PrintedReport {
  const { zone, person, filter, days } = report;
  const draw = (text: string, longest = 60) => shorten(toDrawable(text, hasGlyph).text, longest);
  const name = toDrawable(person.name ?? "", hasGlyph);
  const used = days.length > 0;
  const words = (tables: readonly PrintedTable[]) =>
    tables.map(({ rows, ...table }) => ({
      ...table,
      rows: rows.map(([label = "", ...values]) => [draw(label), ...values]),
    }));
  return {
    title: rangeWords(report),
    person: [...(name.text && !name.mutilated ? [draw(name.text, 80)] : []), draw(person.email, 80)],
    facts: [
      { label: "Days of", value: zone },
      { label: "Shown", value: draw(filterWords(filter)) },
      { label: "Made", value: formatMinute(madeAt, zone) },
    ],
    figures: figuresOf(report),
    empty: used ? null : "Nothing was used in these days.",
    chart: chartOf(report),
    summaries: words([...(used ? [bySubject(report)] : []), ...metersOf(report)]),
    periods: used ? words([byPeriod(report)]) : [],
    creditsTitle: filterWords(filter) === "Everything" ? "Credits" : "Credits of the whole account",
    credits: creditsOf(report),
    footer: `Usage of ${draw(person.email)}, ${rangeWords(report)}`,
  };
}

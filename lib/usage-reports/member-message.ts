import type { EmailMessage } from "@/emails/types";
import { formatCount, formatCredits } from "@/lib/shared/format";
import { quotaTerms } from "@/lib/quotas/types";
import type { SubjectUse, UsageReport, UsageTotals } from "./types";
import { bareMonth, changeWords, counted, creditWords, meterWords, monthWords, shorten } from "./words";

/** Fits a mail; the rest is on the page. */
const mostSubjects = 5;

function toFact({ kind, title, events, costMilli }: SubjectUse) {
  if (kind === "api_call") return { label: `API: ${shorten(title)}`, value: counted(events, "call") };
  return { label: shorten(title), value: `${creditWords(costMilli)}, ${counted(events, "run")}` };
}

interface Monthly {
  report: UsageReport;
  before: UsageTotals;
  /** The first day of the month before. */
  beforeFrom: string;
  appUrl: string;
}

/** The mail about a month of somebody's. */
export function toMemberMessage({ report, before, beforeFrom, appUrl }: Monthly): EmailMessage {
  const { totals, from, to, zone, subjects, credits, meters } = report;
  const than = `in ${bareMonth(beforeFrom)}`;
  const fact = (label: string, value: string, change: string | null) => ({
    label,
    value: change ? `${value}, ${change}` : value,
  });
  const range = `from=${from}&to=${to}`;
  return {
    template: "usage-report",
    props: {
      ...{ month: monthWords(from), zone, balance: `${formatCredits(credits.closingMilli)} credits` },
      figures: [
        fact("Runs", formatCount(totals.runs), changeWords(totals.runs, before.runs, than)),
        fact("API calls", formatCount(totals.calls), changeWords(totals.calls, before.calls, than)),
        fact(
          "Credits used",
          formatCredits(totals.costMilli),
          changeWords(totals.costMilli, before.costMilli, than),
        ),
        fact("Failed", formatCount(totals.failed), changeWords(totals.failed, before.failed, than)),
      ],
      services: subjects.slice(0, mostSubjects).map(toFact),
      meters: meters.filter(({ kind }) => quotaTerms[kind].window === "month").map(meterWords),
      usageUrl: `${appUrl}/usage?${range}`,
      pdfUrl: `${appUrl}/usage/export?format=pdf&${range}`,
    },
  };
}

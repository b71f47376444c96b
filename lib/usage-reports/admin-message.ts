import type { EmailMessage } from "@/emails/types";
import { formatCount, formatCredits } from "@/lib/shared/format";
import type { EverybodyReport, ReportRhythm } from "./types";
import { changeWords, counted, creditWords, rangeWords, shorten } from "./words";

const thans: Readonly<Record<ReportRhythm, string>> = {
  weekly: "the week before",
  monthly: "the month before",
};

const rhythmWords: Readonly<Record<ReportRhythm, string>> = { weekly: "each week", monthly: "each month" };

interface Scheduled {
  report: EverybodyReport;
  rhythm: ReportRhythm;
  /** Not sent by the clock. */
  asked: boolean;
  appUrl: string;
}

function figuresOf({ totals, before }: EverybodyReport, than: string) {
  const fact = (
    label: string,
    of: (totals: EverybodyReport["totals"]) => number | bigint,
    isCredits = false,
  ) => {
    const now = of(totals);
    const value = isCredits ? formatCredits(BigInt(now)) : formatCount(now);
    const change = changeWords(now, of(before), than);
    return { label, value: change ? `${value}, ${change}` : value };
  };
  const { refusals, refusedPeople } = totals;
  const refused =
    refusals > 0 ? `${counted(refusals, "time")}, ${counted(refusedPeople, "person", "people")}` : "never";
  return [
    fact("People", ({ people }) => people),
    fact("Runs", ({ runs }) => runs),
    fact("API calls", ({ calls }) => calls),
    fact("Credits spent", ({ costMilli }) => costMilli, true),
    fact("Failed", ({ failed }) => failed),
    { label: "Refused at a limit", value: refused },
  ];
}

/** The mail about what everybody used. */
export function toAdminMessage({ report, rhythm, asked, appUrl }: Scheduled): EmailMessage {
  const { from, to, zone, services, top } = report;
  const query = `from=${from}&to=${to}`;
  const download = (what: string) => `${appUrl}/admin/usage/export?what=${what}&${query}`;
  return {
    template: "admin-usage-report",
    props: {
      ...{ period: rangeWords(report), zone },
      why: asked ? "because you asked for it" : `${rhythmWords[rhythm]}, as you chose`,
      figures: figuresOf(report, thans[rhythm]),
      services: services.map(({ title, costMilli, runs, people }) => ({
        label: shorten(title),
        value: `${creditWords(costMilli)}, ${counted(runs, "run")}, ${counted(people, "person", "people")}`,
      })),
      people: top.map(({ email, costMilli, runs, calls }) => ({
        label: shorten(email, 40),
        value: `${creditWords(costMilli)}, ${counted(runs, "run")}, ${counted(calls, "API call")}`,
      })),
      pageUrl: `${appUrl}/admin/usage?${query}`,
      downloads: [
        { label: "People as CSV", url: download("people") },
        { label: "Services as CSV", url: download("services") },
        { label: "Days as CSV", url: download("days") },
      ],
    },
  };
}

import { columnsOf, count, credits, text } from "@/components/charts/columns";
import type { Dataset } from "@/components/charts/dataset";
import type { UsageDay, UsageFigures } from "@/lib/usage/types";
import { toSubjectTitle } from "../subject-title";
import { successRate, totalOf } from "./totals";
import type { Subject } from "./usage-question";

export interface RankedSubject extends Subject, UsageFigures {
  title: string;
}

/** What took most credits first, and among what took as many, what was used most. */
export function rankSubjects(days: readonly UsageDay[]): RankedSubject[] {
  const bySubject = new Map<string, UsageDay[]>();
  for (const day of days) {
    const key = `${day.kind} ${day.subject}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), day]);
  }
  return [...bySubject.values()]
    .flatMap((own) => {
      const [first] = own;
      return first ? [{ ...totalOf(own), ...toSubject(first) }] : [];
    })
    .sort(
      (a, b) => Number(b.costMilli - a.costMilli) || b.events - a.events || a.title.localeCompare(b.title),
    );
}

const toSubject = ({ kind, subject }: Subject) => ({
  ...{ kind, subject, title: toSubjectTitle({ kind, subject }) },
});

export function rankingDataset(ranked: readonly RankedSubject[], title: string): Dataset {
  return {
    title,
    columns: [
      ...columnsOf(text, { subject: "What" }),
      ...columnsOf(credits, { credits: "Credits" }),
      ...columnsOf(count, { events: "Times" }),
      ...columnsOf({ kind: "share" }, { succeeded: "Succeeded" }),
      ...columnsOf({ kind: "duration" }, { mean: "Mean time" }),
    ],
    rows: ranked.map((one) => [
      ...[one.title, one.costMilli, one.events, successRate(one)],
      meanDuration(one),
    ]),
  };
}

/** In milliseconds, of what ended; null where nothing did. */
export function meanDuration({ succeeded, failed, durationMs }: UsageFigures): number | null {
  return succeeded + failed === 0 ? null : Number(durationMs) / (succeeded + failed);
}

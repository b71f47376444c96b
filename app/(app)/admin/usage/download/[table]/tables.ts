import { toSubjectTitle } from "@/app/(app)/usage/subject-title";
import { columnsOf, count, credits, dayColumn, text } from "@/components/charts/columns";
import type { Dataset } from "@/components/charts/dataset";
import { quotaTerms } from "@/lib/quotas/types";
import type { SubjectUse } from "@/lib/usage/types";
import { readDays, readEverybody, readPressure, readSpikes, type BlockProps } from "../../read";

type ReadTable = (asked: BlockProps) => Promise<Dataset>;

const readPeople: ReadTable = async ({ ctx, origin, question }) => {
  const { people } = await readEverybody(ctx, question, origin);
  return {
    title: "Who uses most",
    columns: [
      ...columnsOf(count, { place: "Place" }),
      ...columnsOf(text, { email: "Email", name: "Name", id: "User" }),
      ...columnsOf({ kind: "share" }, { share: "Share of all" }),
      ...columnsOf(credits, { credits: "Credits", creditsBefore: "Credits before" }),
      ...columnsOf(count, { runs: "Runs", runsBefore: "Runs before" }),
      ...columnsOf(count, { calls: "API calls", callsBefore: "API calls before" }),
      ...columnsOf(count, { failed: "Failed", failedBefore: "Failed before" }),
    ],
    rows: people.map(({ before, ...now }) => [
      ...[now.place, now.email, now.name, now.userId, now.share],
      ...[now.creditsMilli, before.creditsMilli, now.runs, before.runs],
      ...[now.calls, before.calls, now.failures, before.failures],
    ]),
  };
};

const readSubjects =
  (kind: SubjectUse["kind"]): ReadTable =>
  async ({ ctx, origin, question }) => {
    const { subjects } = await readEverybody(ctx, question, origin);
    return {
      title: kind === "run" ? "Services" : "API operations",
      columns: [
        ...columnsOf(text, { title: "What", id: "Id" }),
        ...columnsOf(count, { events: "Times", before: "Times before", people: "People" }),
        ...columnsOf(credits, { credits: "Credits" }),
        ...columnsOf(count, { failed: "Failed" }),
        ...columnsOf({ kind: "share" }, { rate: "Failure rate" }),
        ...columnsOf({ kind: "duration" }, { mean: "Mean time" }),
      ],
      rows: subjects
        .filter((subject) => subject.kind === kind)
        .map((one) => [
          ...[toSubjectTitle(one), one.subject, one.events, one.eventsBefore, one.people, one.creditsMilli],
          ...[one.failures, one.failureRate, one.meanDurationMs],
        ]),
    };
  };

/** Every table of the page by the name of its file. */
export const tables: Readonly<Record<string, ReadTable>> = {
  people: readPeople,
  services: readSubjects("run"),
  operations: readSubjects("api_call"),
  days: async ({ ctx, question }) => ({
    title: "Day by day",
    columns: [
      dayColumn("day"),
      ...columnsOf(count, { runs: "Runs", calls: "API calls", failed: "Failed", people: "People active" }),
      ...columnsOf(credits, { credits: "Credits" }),
    ],
    rows: (await readDays(ctx, question.range)).map((one) => [
      ...[one.day, one.runs, one.calls, one.failures, one.people, one.creditsMilli],
    ]),
  }),
  limits: async ({ ctx, question }) => ({
    title: "Limits that were hit",
    columns: [
      ...columnsOf(text, { email: "Email", id: "User", plan: "Plan", limit: "Limit", own: "Own limit" }),
      ...columnsOf(count, { amount: "At most", times: "Refused" }),
      ...columnsOf(text, { last: "Last" }),
    ],
    rows: (await readPressure(ctx, question.range)).hits.map((hit) => [
      ...[hit.email, hit.userId, hit.planName, quotaTerms[hit.kind].label, hit.own ? "yes" : "no"],
      ...[hit.limit, hit.hits, hit.lastAt.toISOString()],
    ]),
  }),
  spikes: async ({ ctx, question }) => ({
    title: "Spikes",
    columns: [
      ...columnsOf(text, { email: "Email", id: "User" }),
      dayColumn("day"),
      ...columnsOf(credits, { credits: "Credits", usualCredits: "Credits usually" }),
      ...columnsOf(count, { calls: "API calls", usualCalls: "API calls usually" }),
    ],
    rows: (await readSpikes(ctx, question.range)).spikes.map((one) => [
      ...[one.email, one.userId, one.day, one.creditsMilli, one.usualCreditsMilli, one.calls, one.usualCalls],
    ]),
  }),
};

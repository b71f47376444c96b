import { findPlan } from "@/lib/catalog";
import type { Reading } from "./reading";
import { readComplimentary, readPlanNames, readPlans, type GivenRow, type PlanRow } from "./plan-queries";
import { toMonthly } from "./policy";
import type { AnalyticsQuery, PlanShare } from "./types";

const keyOf = ({ currency, plan, interval, state }: PlanRow) => [currency, plan, interval, state].join("|");

function toShares(
  now: readonly PlanRow[],
  then: readonly PlanRow[] | null,
  nameOf: (plan: string) => string,
) {
  const before = new Map(then?.map((row) => [keyOf(row), row.people]));
  const gone = (then ?? []).filter((row) => !now.some((other) => keyOf(other) === keyOf(row)));
  const rows = [...now, ...gone.map((row) => ({ ...row, people: 0, twelfth: 0n }))];
  return rows.map((row): PlanShare => ({
    planKey: row.plan || null,
    planName: nameOf(row.plan),
    interval: row.interval || null,
    state: row.state,
    currency: row.currency,
    people: row.people,
    peopleBefore: then && (before.get(keyOf(row)) ?? 0),
    mrrMinor: toMonthly(row.twelfth),
  }));
}

function toGiven(now: readonly GivenRow[], then: readonly GivenRow[] | null): PlanShare[] {
  const gone = (then ?? []).filter(({ planKey }) => !now.some((other) => other.planKey === planKey));
  return [...now, ...gone.map((row) => ({ ...row, people: 0 }))].map((row) => ({
    ...{ ...row, interval: null, state: "complimentary", currency: null, mrrMinor: 0n },
    peopleBefore: then && (then.find(({ planKey }) => planKey === row.planKey)?.people ?? 0),
  }));
}

/**
 * Who has which plan at the end of the range, most people first; compared with the end of the range before. Plans that
 * are gone since are there with nobody.
 */
export async function getPlanShares({ source }: Reading, query: AnalyticsQuery): Promise<PlanShare[]> {
  const { zone, range, before } = query;
  const read = (day: string) => readComplimentary(source.db, { zone, day });
  const [now, then, names, givenNow, givenThen] = await Promise.all([
    readPlans(source, range.to),
    before ? readPlans(source, before.to) : null,
    readPlanNames(source.db),
    read(range.to),
    before ? read(before.to) : null,
  ]);
  const nameOf = (plan: string) =>
    plan ? (findPlan(plan)?.name ?? names.get(plan) ?? plan) : "Unknown plan";
  const given = toGiven(givenNow, givenThen);
  return [...toShares(now, then, nameOf), ...given].sort((a, b) => b.people - a.people);
}

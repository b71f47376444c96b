import { toEntitlement, windowAt } from "@/lib/quotas/policy";
import { alertPercents, quotaTerms, type Entitlement, type QuotaKind } from "@/lib/quotas/types";
import type { Prisma } from "@/lib/db";
import type { Books } from "../books/books";
import { seededId } from "../seeded-id";
import { addDays } from "../story-time";
import type { Use } from "./list-uses";

const countedAs: Readonly<Record<Use["kind"], readonly QuotaKind[]>> = {
  run: ["runs_per_day", "runs_per_month"],
  api_call: ["api_calls_per_minute", "api_calls_per_month"],
};

interface Allowed {
  entitlement: Entitlement;
  /** What was so before is not known. */
  since: Date;
}

const live = ["active", "trialing", "past_due"];

/** What everybody may use now, and since when. */
export function allowedTo(books: Books): (userId: string) => Allowed {
  const given = books.givenPlans.filter(({ endedAt }) => !endedAt);
  const plans = new Map(given.map(({ userId, planKey }) => [userId, planKey]));
  const since = new Map<string, Date>();
  const ownerOf = new Map(books.subscriptions.map(({ id, userId }) => [id, userId]));
  for (const { userId, planKey, status } of books.subscriptions)
    if (live.includes(status)) plans.set(userId, planKey ?? "");
  for (const { subscriptionId, occurredAt } of books.changes) {
    const [owner, at] = [ownerOf.get(subscriptionId) ?? "", new Date(occurredAt)];
    if (at > (since.get(owner) ?? new Date(0))) since.set(owner, at);
  }
  return (userId) => ({
    entitlement: toEntitlement({ planKey: plans.get(userId) ?? null, overrides: [] }),
    since: since.get(userId) ?? new Date(0),
  });
}

interface Reached {
  /** Of the windows that now is in. */
  counters: Prisma.QuotaCounterCreateManyInput[];
  /** Of the last weeks. */
  alerts: Prisma.QuotaAlertCreateManyInput[];
}

const alertDays = 35;

/** Counts all that was used against the limits of today. */
export function countUse(books: Books, uses: readonly Use[]): Reached {
  const { now } = books;
  const allowed = allowedTo(books);
  const counters = new Map<string, Prisma.QuotaCounterCreateManyInput>();
  const alerts: Reached["alerts"] = [];
  const from = addDays(now, -alertDays - 31);
  for (const { userId, at, kind: use } of uses) {
    if (at < from) continue;
    for (const kind of countedAs[use]) {
      const { startsAt } = windowAt(quotaTerms[kind].window, at);
      const key = `${userId} ${kind} ${startsAt.getTime()}`;
      const counter = counters.get(key) ?? { userId, kind, startsAt, used: 0n };
      counter.used = BigInt(counter.used) + 1n;
      counters.set(key, counter);
      const { entitlement, since } = allowed(userId);
      const limit = entitlement.limits[kind];
      if (!quotaTerms[kind].alerts || limit === null || startsAt < since || at < addDays(now, -alertDays))
        continue;
      const percent = alertPercents.find((one) => counter.used === (limit * BigInt(one) + 99n) / 100n);
      if (!percent) continue;
      const id = seededId(`alert ${key} ${percent}`, at);
      alerts.push({ id, userId, kind, startsAt, limit, percent, used: counter.used, raisedAt: at });
    }
  }
  const isNow = ({ kind, startsAt }: Prisma.QuotaCounterCreateManyInput) =>
    windowAt(quotaTerms[kind as QuotaKind].window, now).startsAt.getTime() === new Date(startsAt).getTime();
  return { counters: [...counters.values()].filter(isNow), alerts };
}

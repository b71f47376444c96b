import { plans } from "@/lib/catalog/catalog";
import {
  planQuotas,
  quotaKinds,
  quotaTerms,
  type Entitlement,
  type NextQuotaPlan,
  type QuotaKind,
  type QuotaPlanKey,
  type QuotaWindow,
} from "./types";

/** What says, at one instant, what somebody may use. */
export interface Rights {
  /** Changes with everything that may change the rest. */
  version: bigint;
  planKey: string | null;
  overrides: readonly { kind: string; limit: bigint; endsAt: Date }[];
  /** From when until when this is so, if the version stays: a plan or a limit that was given begins and ends by itself. */
  since: Date;
  until: Date | null;
}

export interface Window {
  startsAt: Date;
  endsAt: Date | null;
}

const always: Window = { startsAt: new Date(0), endsAt: null };

/** The window that an instant is in. Windows are of the calendar in UTC: nobody gains a day by moving their time zone. */
export function windowAt(window: QuotaWindow, now: Date): Window {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const [hour, minute] = [now.getUTCHours(), now.getUTCMinutes()];
  const between = (from: number, to: number) => ({ startsAt: new Date(from), endsAt: new Date(to) });
  if (window === "month") return between(Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1));
  if (window === "day") return between(Date.UTC(year, month, day), Date.UTC(year, month, day + 1));
  if (window === "minute")
    return between(Date.UTC(year, month, day, hour, minute), Date.UTC(year, month, day, hour, minute + 1));
  return always;
}

/** How long the window is that an instant is in; 0 where there is none. */
export function windowSeconds(kind: QuotaKind, now: Date): number {
  const { startsAt, endsAt } = windowAt(quotaTerms[kind].window, now);
  return endsAt ? (endsAt.getTime() - startsAt.getTime()) / 1000 : 0;
}

function isPlan(key: string): key is QuotaPlanKey {
  return Object.hasOwn(planQuotas, key);
}

/** A plan that the code does not know any more (sold once, or made by hand in Stripe) counts as the smallest sold. */
function toPlanKey(key: string | null): QuotaPlanKey {
  if (key === null) return "free";
  return isPlan(key) ? key : plans[0].key;
}

/** The plan with more than this one has. */
function nextPlan(planKey: QuotaPlanKey): NextQuotaPlan | null {
  const next = plans[plans.findIndex(({ key }) => key === planKey) + 1];
  if (!next) return null;
  const { key, name, creditsPerMonth } = next;
  return { planKey: key, planName: name, limits: planQuotas[key], creditsPerMonth };
}

/** The plan's limits, with those in their place that an admin set for this person. Below zero is zero. */
export function toEntitlement(rights: Pick<Rights, "planKey" | "overrides">): Entitlement {
  const planKey = toPlanKey(rights.planKey);
  const limits: Record<QuotaKind, bigint | null> = { ...planQuotas[planKey] };
  const overrides: { kind: QuotaKind; endsAt: Date }[] = [];
  for (const kind of quotaKinds) {
    const own = rights.overrides.find((override) => override.kind === kind);
    if (!own) continue;
    limits[kind] = own.limit < 0n ? 0n : own.limit;
    overrides.push({ kind, endsAt: own.endsAt });
  }
  const planName = plans.find(({ key }) => key === planKey)?.name ?? "Free";
  return { planKey, planName, limits, overrides, next: nextPlan(planKey) };
}

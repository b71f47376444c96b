import type {
  Collections,
  CreditFlow,
  People,
  PlanShare,
  Recurring,
  Retention,
  Revenue,
  Services,
} from "@/lib/analytics/types";

/** All that analytics says about one question. */
export interface Answers {
  revenue: readonly Revenue[];
  recurring: readonly Recurring[];
  people: People;
  plans: readonly PlanShare[];
  services: Services;
  credits: CreditFlow;
  collections: Collections;
  active: Retention;
  payers: Retention;
}

const byName = (a: unknown, b: unknown) => (JSON.stringify(a, plain) < JSON.stringify(b, plain) ? -1 : 1);
const plain = (_: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);
const sorted = <One>(list: readonly One[]): One[] => [...list].sort(byName);

/** Shares to twelve digits: the last ones depend on the order of divisions. */
function withoutNoise<Value>(value: Value): Value {
  if (typeof value === "number") return Number(value.toPrecision(12)) as Value;
  if (Array.isArray(value)) return value.map(withoutNoise) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutNoise(one)])) as Value;
}

/** The same, where lists whose order says nothing are in one order. */
export function inOneOrder(answers: Answers): Answers {
  const { plans, services, credits, collections } = withoutNoise(answers);
  return {
    ...withoutNoise(answers),
    plans: sorted(plans),
    services: { services: sorted(services.services), points: sorted(services.points) },
    credits: { ...credits, outstanding: sorted(credits.outstanding) },
    collections: {
      collections: collections.collections,
      declines: sorted(collections.declines),
      renewals: sorted(collections.renewals),
    },
  };
}

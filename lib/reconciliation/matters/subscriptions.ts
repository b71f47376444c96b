import type { Db } from "@/lib/db";
import type { GatewaySubscription } from "@/lib/ports/subscription-gateway";
import { formatMoney } from "@/lib/shared/format";
import { liveStatuses } from "@/lib/subscriptions/types";
import type { Finding, Matter } from "../matter";
import type { OurRow } from "../our-queries";
import { cut, spansOf, type Span } from "../policy";
import { findOldestSubscription } from "../subscription-queries";

interface OurSubscription extends OurRow {
  status: GatewaySubscription["status"];
  surplus: boolean;
  stripePriceId: string;
  amountMinor: bigint;
  currency: string;
  periodEndsAt: Date;
  cancelsAt: Date | null;
  paused: boolean;
}

const columns = `t.status::text AS status, t.surplus, t.stripe_price_id AS "stripePriceId",
  t.amount_minor AS "amountMinor", t.currency, t.period_ends_at AS "periodEndsAt", t.cancels_at AS "cancelsAt", t.paused`;

const monthMs = 30 * 86_400_000;
const live: readonly string[] = liveStatuses;

type Terms = Pick<
  OurSubscription,
  "stripePriceId" | "amountMinor" | "currency" | "periodEndsAt" | "cancelsAt" | "paused"
>;

function describeTerms({
  stripePriceId,
  amountMinor,
  currency,
  periodEndsAt,
  cancelsAt,
  paused,
}: Terms): string {
  const words = [stripePriceId, formatMoney(amountMinor, currency), `until ${periodEndsAt.toISOString()}`];
  if (cancelsAt) words.push(`ends ${cancelsAt.toISOString()}`);
  if (paused) words.push("paused");
  return words.join(", ");
}

function compare(there: GatewaySubscription, ours: OurSubscription): Finding[] {
  if (ours.surplus && live.includes(there.status))
    return [{ kind: "surplus_alive", reason: "surplus", here: ours.status, there: there.status }];
  if (ours.status !== there.status)
    return [{ kind: "status_differs", reason: "status", here: ours.status, there: there.status }];
  const [here, over] = [
    describeTerms(ours),
    describeTerms({ ...there, cancelsAt: there.endedAt ? null : there.cancelsAt }),
  ];
  return here === over ? [] : [{ kind: "status_differs", reason: "terms", here, there: over }];
}

/** Every one that lives, however old, month of birth by month; of those that ended the window's only. */
async function spans(db: Db, window: Span): Promise<Span[]> {
  const oldest = (await findOldestSubscription(db)) ?? window.since;
  const first = oldest < window.since ? oldest : window.since;
  const older = [
    { since: new Date(0), until: first },
    ...cut({ since: first, until: window.since }, monthMs),
  ];
  return [...older.filter(({ since, until }) => since < until), ...spansOf(window)];
}

/** Who has a plan, which, and until when; and second ones that should not live. */
export const subscriptions: Matter<GatewaySubscription, OurSubscription> = {
  object: "subscription",
  source: {
    ...{ name: "subscriptions", table: "subscriptions", columns },
    stripeId: "t.stripe_subscription_id",
    at: "t.started_at",
    inTime: `t.started_at >= $4::timestamptz AND t.started_at < $5::timestamptz
      AND t.status IN ('trialing', 'active', 'past_due', 'unpaid', 'paused')`,
    open: "false",
  },
  list: (gateway, range, window) =>
    gateway.listSubscriptionsMade({ ...range, ended: range.since >= window.since }),
  lookUp: (gateway, id) => gateway.lookUpSubscription(id),
  spans,
  idOf: ({ stripeSubscriptionId }) => stripeSubscriptionId,
  customerOf: ({ stripeCustomerId }) => stripeCustomerId,
  madeAt: ({ startedAt }) => startedAt,
  compare,
  isMissed: ({ status }) => live.includes(status),
};

import { invalidRequest, notImplemented } from "../../server/stripe-error";
import { type WireSubscription, type WireSubscriptionItem } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { type LineDraft } from "../invoices/invoice-draft";
import { intervalOf, periodFrom } from "./billing-cycle";
import { withPeriods } from "./item-periods";
import { fullAmount, periodLines } from "./period-lines";
import { creditLines, debitLines } from "./proration-lines";
import { discountsOf } from "./subscription-discounts";
import { changedItems, itemList, type ItemParams, quantityOf } from "./subscription-items";

export type ProrationBehavior = "create_prorations" | "always_invoice" | "none";

/** What a change is about to alter of what is billed and when. */
export interface ChangeRequest {
  items?: ItemParams[];
  anchor?: "now" | "unchanged";
  trialEnd?: "now" | number;
  /** Absent: stays. Null: it runs on. */
  cancelAt?: number | null;
  prorationBehavior: ProrationBehavior;
  prorationDate?: number;
}

/** What it comes to. Previews show it and updates carry it out, so the two cannot differ. */
export interface PlannedChange {
  /** The subscription as it will be, with items and their periods. */
  next: WireSubscription;
  prorations: LineDraft[];
  /** Of a period that begins with the change. */
  newPeriod: LineDraft[];
  billsNow: boolean;
}

/** Works a change out without storing anything but prices described on the spot. */
export function planChange(engine: Engine, before: WireSubscription, request: ChangeRequest): PlannedChange {
  const items = request.items ? changedItems(engine, before, request.items) : before.items.data;
  const next: WireSubscription = {
    ...before,
    items: itemList(before.id, items),
    cancel_at: request.cancelAt === undefined ? before.cancel_at : request.cancelAt,
  };
  const isTrialing = before.status === "trialing";
  const trial = request.trialEnd;
  if (isTrialing && trial !== "now") return planWithinTrial(next, request);
  if (trial === "now" && !isTrialing) return planWithinPeriod(engine, { before, next, request });
  const restarts =
    trial !== undefined ||
    request.anchor === "now" ||
    hasNewInterval(before, next) ||
    becomesPaid(before, next);
  return restarts
    ? planNewPeriod(engine, { before, next, request })
    : planWithinPeriod(engine, { before, next, request });
}

interface Planning {
  before: WireSubscription;
  next: WireSubscription;
  request: ChangeRequest;
}

/** Nothing is billed before the trial ends: only its end may move. */
function planWithinTrial(next: WireSubscription, { trialEnd, anchor }: ChangeRequest): PlannedChange {
  if (anchor === "now") throw notImplemented("resetting the billing cycle anchor during a trial");
  const moved =
    typeof trialEnd === "number" ? { ...next, trial_end: trialEnd, billing_cycle_anchor: trialEnd } : next;
  const start = moved.items.data.find((item) => item.current_period_start > 0)?.current_period_start;
  return {
    next: withPeriods(moved, start ?? moved.start_date),
    prorations: [],
    newPeriod: [],
    billsNow: false,
  };
}

/** https://docs.stripe.com/billing/subscriptions/billing-cycle#changing */
function planNewPeriod(engine: Engine, { before, next, request }: Planning): PlannedChange {
  const { trialEnd } = request;
  const starts = typeof trialEnd === "number";
  const restarted: WireSubscription = {
    ...next,
    billing_cycle_anchor: starts ? trialEnd : engine.now,
    billing_cycle_anchor_config: null,
    status: starts ? "trialing" : before.status === "trialing" ? "active" : before.status,
    trial_start: starts ? engine.now : before.trial_start,
    trial_end: starts ? trialEnd : before.status === "trialing" ? engine.now : before.trial_end,
  };
  const period = periodFrom(restarted, engine.now);
  const customer = engine.require("customer", idOf(before.customer) ?? "");
  const discounts = discountsOf(before, customer);
  const at = prorationTime(engine, before, request);
  const credits =
    request.prorationBehavior === "none"
      ? []
      : before.items.data.flatMap((item) =>
          creditLines(engine, before, {
            item,
            unused: { start: at, end: item.current_period_end },
            discounts,
          }),
        );
  return {
    next: withPeriods(restarted, engine.now),
    prorations: credits,
    newPeriod: periodLines(engine, restarted, period),
    billsNow: true,
  };
}

/** The period goes on: what left it is credited, what joined it is charged, to the second. */
function planWithinPeriod(engine: Engine, { before, next, request }: Planning): PlannedChange {
  const start = before.items.data[0]?.current_period_start ?? engine.now;
  const after = withPeriods(next, start);
  const at = prorationTime(engine, before, request);
  const unbilled = request.prorationBehavior === "none" || before.status === "paused";
  const prorations = unbilled ? [] : prorationsWithin(engine, { before, after, at });
  return {
    next: after,
    prorations,
    newPeriod: [],
    billsNow: request.prorationBehavior === "always_invoice" && prorations.length > 0,
  };
}

function prorationsWithin(
  engine: Engine,
  { before, after, at }: { before: WireSubscription; after: WireSubscription; at: number },
): LineDraft[] {
  const customer = engine.require("customer", idOf(before.customer) ?? "");
  const discounts = discountsOf(before, customer);
  const end = after.items.data[0]?.current_period_end ?? at;
  const credit = (item: WireSubscriptionItem, from: number): LineDraft[] =>
    creditLines(engine, before, { item, unused: { start: from, end: item.current_period_end }, discounts });
  const debit = (item: WireSubscriptionItem, from: number): LineDraft[] =>
    from < end
      ? debitLines(engine, after, { items: [item], remaining: { start: from, end }, discounts })
      : [];
  const kept = new Map(after.items.data.map((item) => [item.id, item]));
  const known = new Set(before.items.data.map(({ id }) => id));
  const lines = before.items.data.flatMap((old) => {
    const item = kept.get(old.id);
    if (!item) return credit(old, at);
    if (isSame(old, item)) {
      return end < old.current_period_end ? credit(old, end) : debit(item, old.current_period_end);
    }
    return [...credit(old, at), ...debit(item, at)];
  });
  const added = after.items.data.filter(({ id }) => !known.has(id));
  return [...lines, ...added.flatMap((item) => debit(item, at))];
}

function prorationTime(
  engine: Engine,
  { items }: WireSubscription,
  { prorationDate }: ChangeRequest,
): number {
  const [item] = items.data;
  if (prorationDate === undefined || !item) return engine.now;
  if (prorationDate >= item.current_period_start && prorationDate <= item.current_period_end)
    return prorationDate;
  throw invalidRequest("Cannot specify `proration_date` outside of the current subscription period.", {
    param: "proration_date",
  });
}

const isSame = (a: WireSubscriptionItem, b: WireSubscriptionItem): boolean =>
  a.price.id === b.price.id && quantityOf(a) === quantityOf(b);

function hasNewInterval(before: WireSubscription, after: WireSubscription): boolean {
  const [a, b] = [intervalOf(before), intervalOf(after)];
  return a.interval !== b.interval || a.interval_count !== b.interval_count;
}

const costs = ({ items }: WireSubscription): number =>
  items.data.reduce((sum, item) => sum + fullAmount(item.price, quantityOf(item)), 0);

const becomesPaid = (before: WireSubscription, after: WireSubscription): boolean =>
  costs(before) === 0 && costs(after) > 0;

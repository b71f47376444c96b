import type Stripe from "stripe";
import { invalidRequest, notImplemented } from "../../server/stripe-error";
import { type WirePrice, type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { addIntervals, type Interval } from "../intervals";
import { mergeMetadata } from "../metadata";
import { choosePrice, type PriceChoice } from "./item-price";
import { currentPeriod } from "./item-periods";
import { type Phase } from "./schedule-state";

export type PhaseParams = Omit<Stripe.SubscriptionScheduleUpdateParams.Phase, "items"> & {
  items: (PriceChoice & { quantity?: number; metadata?: Stripe.MetadataParam })[];
};

/** Parameters of a phase that are acted upon. */
export const PHASE_PARAMS = [
  "billing_cycle_anchor",
  "discounts",
  "duration",
  "end_date",
  "items.metadata",
  "items.price",
  "items.price_data",
  "items.quantity",
  "metadata",
  "proration_behavior",
  "start_date",
].map((param) => `phases.${param}`);

/** Phases one after the other, each from where the one before it ends. */
export function readPhases(engine: Engine, params: PhaseParams[], start: number): Phase[] {
  let from = start;
  return params.map((param, index) => {
    const at = `phases[${index}]`;
    if (index > 0) checkStart(engine, param, { from, at });
    const phase = readPhase(engine, param, { from, at });
    from = phase.end_date;
    return phase;
  });
}

/** The one phase of a schedule made of a subscription: what it sells, for as long as its period lasts. */
export function phaseOfSubscription(subscription: WireSubscription): Phase {
  const { start, end } = currentPeriod(subscription);
  return {
    ...emptyPhase(subscription.currency),
    discounts: subscription.discounts.map((discount) => ({
      coupon: null,
      discount: idOf(discount),
      promotion_code: null,
    })),
    end_date: end,
    items: subscription.items.data.map(({ price, quantity, metadata }) =>
      phaseItem({ price, quantity: quantity ?? 1, metadata }),
    ),
    start_date: start,
  };
}

/** `now` means this second. */
export function readDate(engine: Engine, date: number | "now"): number {
  return date === "now" ? engine.now : date;
}

function readPhase(engine: Engine, params: PhaseParams, { from, at }: { from: number; at: string }): Phase {
  if (params.items.length === 0) {
    throw invalidRequest(`Missing required param: ${at}[items].`, {
      code: "parameter_missing",
      param: `${at}[items]`,
    });
  }
  const items = params.items.map((item, index) => ({
    price: choosePrice(engine, item, `${at}[items][${index}]`),
    quantity: item.quantity ?? 1,
    metadata: mergeMetadata({}, item.metadata),
  }));
  const [first] = items;
  return {
    ...emptyPhase(first?.price.currency ?? "usd"),
    billing_cycle_anchor: params.billing_cycle_anchor ?? null,
    discounts: (params.discounts || []).map(({ coupon, discount, promotion_code: code }) => ({
      coupon: coupon ?? null,
      discount: discount ?? null,
      promotion_code: code ?? null,
    })),
    end_date: readEnd(engine, params, { from, at, every: first?.price.recurring ?? null }),
    items: items.map(phaseItem),
    metadata: mergeMetadata({}, params.metadata),
    proration_behavior: params.proration_behavior ?? "create_prorations",
    start_date: from,
  };
}

/** A phase without end or duration lasts one interval of its price. */
function readEnd(
  engine: Engine,
  { duration, end_date: end }: PhaseParams,
  { from, at, every }: { from: number; at: string; every: Interval | null },
): number {
  if (duration && end !== undefined) {
    throw invalidRequest(`You may only specify one of these parameters: ${at}[duration], ${at}[end_date].`, {
      code: "parameters_exclusive",
    });
  }
  if (end !== undefined) {
    const date = readDate(engine, end);
    if (date > from || (date === from && end === "now")) return date;
    throw invalidRequest("The phase's `end_date` must be after its `start_date`.", {
      param: `${at}[end_date]`,
    });
  }
  if (duration) {
    const { interval, interval_count: count = 1 } = duration;
    return addIntervals(from, { interval, interval_count: count }, 1);
  }
  if (!every) throw notImplemented("phases without an end");
  return addIntervals(from, every, 1);
}

function checkStart(
  engine: Engine,
  { start_date: start }: PhaseParams,
  { from, at }: { from: number; at: string },
): void {
  if (start === undefined || readDate(engine, start) === from) return;
  throw invalidRequest("The `start_date` of a phase must equal the `end_date` of the phase before it.", {
    param: `${at}[start_date]`,
  });
}

function phaseItem({
  price,
  quantity,
  metadata,
}: {
  price: WirePrice;
  quantity: number;
  metadata: Record<string, string>;
}): Phase["items"][number] {
  return {
    billing_thresholds: null,
    discounts: [],
    metadata,
    plan: price.id,
    price: price.id,
    quantity,
    tax_rates: [],
  };
}

function emptyPhase(currency: string): Omit<Phase, "end_date" | "items" | "start_date"> {
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: null,
    billing_thresholds: null,
    collection_method: null,
    currency,
    default_payment_method: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    invoice_settings: null,
    metadata: {},
    on_behalf_of: null,
    proration_behavior: "create_prorations",
    transfer_data: null,
    trial_end: null,
  };
}

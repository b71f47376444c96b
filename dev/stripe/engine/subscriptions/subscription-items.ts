import type Stripe from "stripe";
import { invalidRequest, notImplemented, resourceMissing } from "../../server/stripe-error";
import { OBJECT_KINDS, type WireSubscription, type WireSubscriptionItem } from "../../store/object-types";
import { type Engine } from "../engine";
import { newId } from "../ids";
import { mergeMetadata } from "../metadata";
import { choosePrice, type PriceChoice } from "./item-price";
import { planOfPrice } from "./plan-of-price";

/** https://docs.stripe.com/api/subscriptions/create#create_subscription-items */
const MAX_ITEMS = 20;

export type ItemParams = PriceChoice & {
  id?: string;
  deleted?: boolean;
  quantity?: number;
  metadata?: Stripe.Emptyable<Stripe.MetadataParam>;
};

/** Items of a new subscription, without periods yet; nothing is stored but prices made on the spot. */
export function draftItems(
  engine: Engine,
  params: ItemParams[],
  subscription: string,
): WireSubscriptionItem[] {
  const items = params.map((item, index) => draftItem(engine, item, { subscription, at: `items[${index}]` }));
  return checkTogether(items);
}

/** The items after a change: named ones are changed or removed, those without id are added, the others stay. */
export function changedItems(
  engine: Engine,
  { id: subscription, items }: WireSubscription,
  changes: ItemParams[],
): WireSubscriptionItem[] {
  let next = items.data;
  changes.forEach((change, index) => {
    const at = `items[${index}]`;
    if (change.id === undefined) {
      next = [...next, draftItem(engine, change, { subscription, at })];
      return;
    }
    const current = next.find(({ id }) => id === change.id);
    if (!current) throw resourceMissing(OBJECT_KINDS.subscription_item.label, change.id, `${at}[id]`);
    const kept = next.filter((item) => item !== current);
    next = change.deleted
      ? kept
      : next.map((item) => (item === current ? changeItem(engine, item, { change, at }) : item));
  });
  if (next.length === 0) {
    throw invalidRequest(
      "A subscription must have at least one active plan. If you wish to cancel the subscription, please use the subscription cancelation endpoint.",
      { param: "items" },
    );
  }
  return checkTogether(next);
}

/** The list as a subscription carries it. */
export function itemList(subscription: string, data: WireSubscriptionItem[]): WireSubscription["items"] {
  return {
    object: "list",
    data,
    has_more: false,
    total_count: data.length,
    url: `/v1/subscription_items?subscription=${subscription}`,
  } as WireSubscription["items"];
}

export const quantityOf = (item: WireSubscriptionItem): number => item.quantity ?? 1;

function draftItem(
  engine: Engine,
  params: ItemParams,
  { subscription, at }: { subscription: string; at: string },
): WireSubscriptionItem {
  const price = choosePrice(engine, params, at);
  return {
    id: newId(OBJECT_KINDS.subscription_item.prefix),
    object: "subscription_item",
    billing_thresholds: null,
    created: engine.now,
    current_period_end: 0,
    current_period_start: 0,
    current_trial: null,
    discounts: [],
    metadata: mergeMetadata({}, params.metadata),
    plan: planOfPrice(price),
    price,
    quantity: checkQuantity(params.quantity ?? 1, at),
    subscription,
    tax_rates: [],
  };
}

function changeItem(
  engine: Engine,
  item: WireSubscriptionItem,
  { change, at }: { change: ItemParams; at: string },
): WireSubscriptionItem {
  const same = !change.price_data && (change.price === undefined || change.price === item.price.id);
  const price = same ? item.price : choosePrice(engine, change, at);
  return {
    ...item,
    metadata: mergeMetadata(item.metadata, change.metadata),
    plan: same ? item.plan : planOfPrice(price),
    price,
    quantity: change.quantity === undefined ? quantityOf(item) : checkQuantity(change.quantity, at),
  };
}

function checkQuantity(quantity: number, at: string): number {
  if (quantity >= 0) return quantity;
  throw invalidRequest("This value must be greater than or equal to 0.", {
    code: "parameter_invalid_integer",
    param: `${at}[quantity]`,
  });
}

/** What no two items of one subscription may differ in, or share. */
function checkTogether(items: WireSubscriptionItem[]): WireSubscriptionItem[] {
  if (items.length > MAX_ITEMS) {
    throw invalidRequest(`You can only specify up to ${MAX_ITEMS} subscription items.`, { param: "items" });
  }
  const [first] = items;
  items.forEach(({ price }, index) => {
    if (items.findIndex((other) => other.price.id === price.id) !== index) {
      throw invalidRequest(`Cannot add multiple subscription items with the same plan: ${price.id}`, {
        param: `items[${index}][price]`,
      });
    }
    if (price.currency !== first?.price.currency) {
      throw invalidRequest(
        `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${first?.price.currency ?? ""}\`.`,
        { param: `items[${index}][price]` },
      );
    }
    const [own, shared] = [price.recurring, first.price.recurring];
    if (own?.interval !== shared?.interval || own?.interval_count !== shared?.interval_count) {
      throw notImplemented("prices of different intervals in one subscription");
    }
  });
  return items;
}

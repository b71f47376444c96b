import type Stripe from "stripe";
import { type Engine } from "../engine/engine";
import { updateSubscription, type UpdateParams } from "../engine/subscriptions/change-subscription";
import { type ItemParams } from "../engine/subscriptions/subscription-items";
import { requireAlive } from "../engine/subscriptions/subscription-status";
import { invalidRequest } from "../server/stripe-error";
import { type WireSubscriptionItem } from "../store/object-types";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

const items = "/v1/subscription_items";
const ITEM = ["metadata", "price", "price_data", "quantity"];
const CHANGE = ["payment_behavior", "proration_behavior", "proration_date"];

type Wire<Params> = Omit<Params, "price_data"> & Pick<ItemParams, "price_data">;
type CreateItem = Wire<Stripe.SubscriptionItemCreateParams>;
type UpdateItem = Wire<Stripe.SubscriptionItemUpdateParams>;

type HowToChange = Pick<
  UpdateItem,
  "off_session" | "payment_behavior" | "proration_behavior" | "proration_date"
>;

/** Each is an update of its subscription, with one item. https://docs.stripe.com/api/subscription_items */
export const subscriptionItemRoutes: Behaviour[] = [
  route<CreateItem>(`POST ${items}`, ["subscription", ...ITEM, ...CHANGE], ({ engine, params }) =>
    addItem(engine, params),
  ),
  route(`GET ${items}/{id}`, [], ({ engine, id }) => engine.require("subscription_item", id)),
  route<UpdateItem>(`POST ${items}/{id}`, [...ITEM, ...CHANGE, "off_session"], ({ engine, params, id }) => {
    const item = engine.require("subscription_item", id);
    changeOne(engine, item.subscription, { change: { id, ...itemOf(params) }, params });
    return engine.require("subscription_item", id);
  }),
  route<Stripe.SubscriptionItemDeleteParams>(`DELETE ${items}/{id}`, CHANGE, ({ engine, params, id }) => {
    const item = engine.require("subscription_item", id);
    changeOne(engine, item.subscription, { change: { id, deleted: true }, params });
    return engine.store.objects.findEvenDeleted(id);
  }),
  route<Stripe.SubscriptionItemListParams & PagingParams>(
    `GET ${items}`,
    [...PAGING, "subscription"],
    (call) => {
      const { id } = call.engine.require("subscription", call.params.subscription, "subscription");
      return listPage(call, "subscription_item", { where: { subscription: id } });
    },
  ),
];

function addItem(engine: Engine, params: CreateItem): WireSubscriptionItem {
  const before = requireAlive(engine, params.subscription);
  changeOne(engine, before.id, { change: itemOf(params), params });
  const known = new Set(before.items.data.map(({ id }) => id));
  const added = engine.require("subscription", before.id).items.data.find(({ id }) => !known.has(id));
  if (!added) throw invalidRequest("The subscription item could not be added.");
  return added;
}

function changeOne(
  engine: Engine,
  subscription: string,
  { change, params }: { change: ItemParams; params: HowToChange },
): void {
  const update: UpdateParams = { items: [change] };
  if (params.payment_behavior !== undefined) update.payment_behavior = params.payment_behavior;
  if (params.proration_behavior !== undefined) update.proration_behavior = params.proration_behavior;
  if (params.proration_date !== undefined) update.proration_date = params.proration_date;
  if (params.off_session !== undefined) update.off_session = params.off_session;
  updateSubscription(engine, requireAlive(engine, subscription), update);
}

function itemOf({ metadata, price, price_data, quantity }: UpdateItem | CreateItem): ItemParams {
  return {
    ...(metadata === undefined ? {} : { metadata }),
    ...(price === undefined ? {} : { price }),
    ...(price_data === undefined ? {} : { price_data }),
    ...(quantity === undefined ? {} : { quantity }),
  };
}

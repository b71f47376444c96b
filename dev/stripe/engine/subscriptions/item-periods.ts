import { type WireSubscription } from "../../store/object-types";
import { type Period, periodFrom } from "./billing-cycle";
import { itemList } from "./subscription-items";

/** Gives all items the period that begins at an instant. */
export function withPeriods(subscription: WireSubscription, start: number): WireSubscription {
  const { end } = periodFrom(subscription, start);
  const items = subscription.items.data.map((item) => ({
    ...item,
    current_period_start: start,
    current_period_end: end,
  }));
  return { ...subscription, items: itemList(subscription.id, items) };
}

/** The period that all items are in. */
export function currentPeriod({ items }: Pick<WireSubscription, "items">): Period {
  const [item] = items.data;
  if (!item) throw new Error("A subscription has at least one item");
  return { start: item.current_period_start, end: item.current_period_end };
}

import { type WireSubscription, type WireSubscriptionItem } from "../../store/object-types";
import { type DiscountParam, discountsFromParams, isRedeemable } from "../discounts/discounts";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { mergeMetadata } from "../metadata";
import { intervalOf } from "./billing-cycle";
import { type Phase } from "./schedule-state";
import { changedItems, itemList, type ItemParams, quantityOf } from "./subscription-items";

/** The item changes that turn what a subscription sells into what a phase sells; none when it does already. */
export function itemChangesOf({ items }: WireSubscription, phase: Phase): ItemParams[] {
  const wanted = phase.items.map((item) => ({ price: idOf(item.price) ?? "", quantity: item.quantity ?? 1 }));
  const left = new Set(items.data);
  const kept = wanted.map((item) => {
    const same = [...left].find(({ price }) => price.id === item.price);
    if (same) left.delete(same);
    return { item, same };
  });
  const replaceable = [...left];
  const changes = kept.flatMap(({ item, same }) =>
    changeOf(item, same ?? replaceable.shift(), same !== undefined),
  );
  return [...changes, ...replaceable.map(({ id }) => ({ id, deleted: true }))];
}

/** What a phase brings besides what it sells: metadata of its own, and its discounts in place of those before. */
export function phaseFields(
  engine: Engine,
  subscription: WireSubscription,
  phase: Phase,
): Pick<WireSubscription, "discounts" | "metadata"> {
  return {
    metadata: mergeMetadata(subscription.metadata, phase.metadata ?? {}),
    discounts: discountsFromParams(engine, phase.discounts.map(discountParam), {
      customer: idOf(subscription.customer),
      subscription: subscription.id,
    }),
  };
}

/** The prices were agreed when the schedule was made: one that was archived since is sold all the same. */
export function agreedItems(engine: Engine, items: ItemParams[]): ItemParams[] {
  return items.map((item) => {
    const agreed = engine.store.objects.find("price", item.price ?? "");
    return agreed ? { ...item, agreed } : item;
  });
}

/** The discounts of a phase that can still be had. Time does not fail for a coupon that is gone or used up. */
export function withoutSpentDiscounts(engine: Engine, phase: Phase, customer: string | null): Phase {
  const discounts = phase.discounts.filter((discount) =>
    isRedeemable(engine, discountParam(discount), { customer }),
  );
  return { ...phase, discounts };
}

/** A phase that begins where a period ends: nothing is left to prorate, the renewal bills what the phase sells. */
export function enterAtBoundary(
  engine: Engine,
  subscription: WireSubscription,
  { phase, at }: { phase: Phase; at: number },
): WireSubscription {
  const items = changedItems(engine, subscription, agreedItems(engine, itemChangesOf(subscription, phase)));
  const next = { ...subscription, items: itemList(subscription.id, items) };
  const [before, after] = [intervalOf(subscription), intervalOf(next)];
  const sameRhythm = before.interval === after.interval && before.interval_count === after.interval_count;
  if (sameRhythm && phase.billing_cycle_anchor !== "phase_start") return next;
  return { ...next, billing_cycle_anchor: at, billing_cycle_anchor_config: null };
}

function changeOf(
  wanted: { price: string; quantity: number },
  current: WireSubscriptionItem | undefined,
  isSame: boolean,
): ItemParams[] {
  if (!current) return [wanted];
  if (isSame && quantityOf(current) === wanted.quantity) return [];
  return [{ id: current.id, ...wanted }];
}

function discountParam({
  coupon,
  discount,
  promotion_code: code,
}: Phase["discounts"][number]): DiscountParam {
  const [couponId, discountId, codeId] = [idOf(coupon), idOf(discount), idOf(code)];
  if (discountId) return { discount: discountId };
  return codeId ? { promotion_code: codeId } : { coupon: couponId ?? "" };
}

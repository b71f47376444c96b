import { type WireSubscription, type WireSubscriptionItem } from "../../store/object-types";
import { type Engine } from "../engine";
import { type LineDraft } from "../invoices/invoice-draft";
import { debitsOf, type DebitShare, sharesOf } from "./billed-debits";
import { cycleAround, type Period } from "./billing-cycle";
import { remainingText, unusedText } from "./line-text";
import { productName } from "./period-lines";
import { prorate } from "./prorate";
import { discountedAmounts } from "./subscription-discounts";
import { quantityOf } from "./subscription-items";

/**
 * Gives back what an item was billed for time it will not have. In flexible mode what was really charged counts,
 * debit by debit; in classic mode what the item costs now.
 * https://docs.stripe.com/billing/subscriptions/prorations#credit-prorations
 */
export function creditLines(
  engine: Engine,
  subscription: WireSubscription,
  { item, unused, discounts }: { item: WireSubscriptionItem; unused: Period; discounts: string[] },
): LineDraft[] {
  if (unused.start >= unused.end || subscription.status === "trialing") return [];
  const lines =
    subscription.billing_mode.type === "classic"
      ? [classicCredit(engine, subscription, { item, unused, discounts })]
      : sharesOf(debitsOf(engine, subscription, item), unused).map((share) => creditOf(engine, item, share));
  return lines.filter(({ amount }) => amount < 0);
}

/** Charges an item for the rest of a period that began without it. Discounts are already taken off. */
export function debitLines(
  engine: Engine,
  subscription: WireSubscription,
  { items, remaining, discounts }: { items: WireSubscriptionItem[]; remaining: Period; discounts: string[] },
): LineDraft[] {
  const cycle = cycleAround(subscription, remaining.start);
  const amounts = discountedAmounts(engine, subscription.items.data, discounts);
  return items.map((item) => {
    const place = subscription.items.data.indexOf(item);
    return {
      ...prorationOf(item, remaining),
      amount: prorate(amounts[place] ?? 0, remaining.end - remaining.start, cycle.end - cycle.start),
      description: remainingText(productName(engine, item.price), quantityOf(item), remaining.start),
    };
  });
}

function creditOf(engine: Engine, item: WireSubscriptionItem, { debit, period }: DebitShare): LineDraft {
  const price = engine.store.objects.find("price", debit.price ?? "") ?? item.price;
  const billed = debit.period.end - debit.period.start;
  return {
    ...prorationOf(item, period),
    amount: -prorate(debit.net, period.end - period.start, billed),
    description: unusedText(productName(engine, price), debit.quantity, period.start),
    price,
    quantity: debit.quantity,
    ...(debit.line ? { creditedLines: debit.line } : {}),
  };
}

function classicCredit(
  engine: Engine,
  subscription: WireSubscription,
  { item, unused, discounts }: { item: WireSubscriptionItem; unused: Period; discounts: string[] },
): LineDraft {
  const cycle = cycleAround(subscription, unused.start);
  const place = subscription.items.data.findIndex(({ id }) => id === item.id);
  const amount = discountedAmounts(engine, subscription.items.data, discounts)[place] ?? 0;
  return {
    ...prorationOf(item, unused),
    amount: -prorate(amount, unused.end - unused.start, cycle.end - cycle.start),
    description: unusedText(productName(engine, item.price), quantityOf(item), unused.start),
  };
}

function prorationOf(item: WireSubscriptionItem, period: Period): Omit<LineDraft, "amount" | "description"> {
  return {
    currency: item.price.currency,
    period,
    price: item.price,
    quantity: quantityOf(item),
    proration: true,
    subscriptionItem: item.id,
    // https://docs.stripe.com/billing/subscriptions/prorations#prorations-and-discounts
    discountable: false,
    metadata: item.metadata,
  };
}

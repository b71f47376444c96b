import { multiplyDecimal } from "../decimal-amounts";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { type LineDraft } from "../invoices/invoice-draft";
import { type WirePrice, type WireSubscription } from "../../store/object-types";
import { type BilledPeriod } from "./billing-cycle";
import { regularText, trialText } from "./line-text";
import { prorate } from "./prorate";
import { quantityOf } from "./subscription-items";

/** What a subscription bills for a period it has not billed yet: one line per item. */
export function periodLines(
  engine: Engine,
  { items }: Pick<WireSubscription, "items">,
  period: BilledPeriod,
): LineDraft[] {
  return items.data.map((item) => {
    const product = productName(engine, item.price);
    const quantity = quantityOf(item);
    const isTrial = period.kind === "trial";
    const full = fullAmount(item.price, quantity);
    const part = prorate(full, period.end - period.start, period.whole);
    return {
      amount: isTrial ? 0 : period.kind === "full" ? full : part,
      currency: item.price.currency,
      description: isTrial ? trialText(product) : regularText(product, item.price, quantity),
      period: { start: period.start, end: period.end },
      price: item.price,
      quantity,
      proration: period.kind === "partial",
      subscriptionItem: item.id,
      discountable: true,
      metadata: item.metadata,
    };
  });
}

/** Of one interval, before discounts. */
export function fullAmount(price: WirePrice, quantity: number): number {
  return multiplyDecimal(price.unit_amount_decimal ?? "0", quantity);
}

export function productName(engine: Engine, price: WirePrice): string {
  return engine.store.objects.find("product", idOf(price.product) ?? "")?.name ?? "";
}

import { type WireInvoice, type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { defaultPaymentOf } from "../invoices/invoice-payments";

/**
 * Keeps the method that paid for the payments to come, when `save_default_payment_method` asks for it.
 * https://docs.stripe.com/api/subscriptions/object#subscription_object-payment_settings-save_default_payment_method
 */
export function saveMethodOf(
  engine: Engine,
  subscription: WireSubscription,
  invoice: WireInvoice,
): WireSubscription {
  if (subscription.payment_settings?.save_default_payment_method !== "on_subscription") return subscription;
  const payment = defaultPaymentOf(engine, invoice.id);
  const intent = engine.store.objects.find("payment_intent", idOf(payment?.payment.payment_intent) ?? "");
  const method = engine.store.objects.find("payment_method", idOf(intent?.payment_method) ?? "");
  if (!method || idOf(method.customer) !== idOf(subscription.customer)) return subscription;
  return engine.update(subscription, { default_payment_method: method.id });
}

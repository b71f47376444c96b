import { invalidRequest } from "../../server/stripe-error";
import { createCustomer } from "../customers";
import { createCardMethod } from "../payment-methods";
import { createPrice } from "../prices";
import { findTestCard } from "../test-cards";
import { type CardRecord, type CustomerRecord, type PriceRecord } from "./import-records";
import { type ImportingEngine } from "./importing-engine";

export function importPrice(engine: ImportingEngine, record: PriceRecord): void {
  const { id, product, currency, unit_amount: amount, interval } = record;
  const recurring = interval ? { recurring: { interval } } : {};
  engine.naming({ price: id }, () =>
    createPrice(engine, { product, currency, unit_amount: amount, ...recurring }),
  );
}

export function importCustomer(engine: ImportingEngine, record: CustomerRecord): void {
  const { id, created: _, name, ...params } = record;
  engine.naming({ customer: id }, () => createCustomer(engine, { ...params, ...(name ? { name } : {}) }));
}

/** Shows what is said of it and behaves as its test card; a saved one is the customer's default unless there is one. */
export function importCard(engine: ImportingEngine, record: CardRecord): void {
  const { id, number, brand, last4, saved } = record;
  const known = findTestCard(number);
  if (!known) throw invalidRequest(`${number} is not a test card.`, { param: "number" });
  const expYear = new Date(engine.now * 1000).getUTCFullYear() + 4;
  const method = createCardMethod(engine, { id, card: known, expMonth: 12, expYear });
  const customer = engine.require("customer", record.customer, "customer");
  const card = method.card ? { ...method.card, brand, display_brand: brand, last4 } : null;
  engine.update(method, { customer: saved ? customer.id : null, ...(card ? { card } : {}) });
  engine.store.objects.addHidden(id, { isSetUp: saved, isSpent: !saved });
  if (!saved || customer.invoice_settings.default_payment_method) return;
  const settings = { ...customer.invoice_settings, default_payment_method: id };
  engine.update(customer, { invoice_settings: settings });
}

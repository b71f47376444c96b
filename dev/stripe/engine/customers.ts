import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { moveBalance, recordMovement } from "./customer-balance";
import { fullAddress, fullShipping } from "./addresses";
import { addCardSource } from "./card-sources";
import { checkEmail } from "./email";
import { type Engine } from "./engine";
import { idOf, pickFields, unset } from "./field-values";
import { randomText } from "./ids";
import { mergeMetadata } from "./metadata";
import { attachMethod, resolveMethod } from "./payment-methods";
import { checkLength } from "./text-limits";

/** Of an account in the United States, where nothing names another. */
const DEFAULT_CURRENCY = "usd";

const FIELDS = [
  "address",
  "description",
  "email",
  "name",
  "phone",
  "shipping",
  "tax_exempt",
  "preferred_locales",
] as const;

type CustomerFields = Pick<
  Stripe.CustomerUpdateParams,
  (typeof FIELDS)[number] | "balance" | "metadata" | "invoice_prefix" | "next_invoice_sequence"
>;
type NewCustomer = CustomerFields &
  Pick<Stripe.CustomerCreateParams, "invoice_settings" | "payment_method" | "source" | "test_clock">;

/** https://docs.stripe.com/billing/testing/test-clocks/api-advanced-usage */
const MAX_CUSTOMERS_OF_CLOCK = 3;

export function createCustomer(engine: Engine, params: NewCustomer): Stripe.Customer {
  const customer = engine.create("customer", {
    address: null,
    balance: params.balance ?? 0,
    currency: params.balance ? DEFAULT_CURRENCY : null,
    delinquent: false,
    discount: null,
    invoice_prefix: params.invoice_prefix ?? randomText(8).toUpperCase(),
    next_invoice_sequence: params.next_invoice_sequence ?? 1,
    name: null,
    phone: null,
    preferred_locales: [],
    tax_exempt: "none",
    test_clock: params.test_clock ? clockWithRoom(engine, params.test_clock) : null,
    ...chosenFields(params),
    metadata: mergeMetadata({}, params.metadata),
  });
  engine.emit("customer.created", customer);
  if (params.balance) {
    recordMovement(engine, customer, { amount: params.balance, currency: DEFAULT_CURRENCY, type: "initial" });
  }
  return withMethod(engine, customer, params);
}

/** The card that a customer begins with. Its default can only be this one: no other is the customer's yet. */
function withMethod(engine: Engine, customer: Stripe.Customer, params: NewCustomer): Stripe.Customer {
  const wanted = params.invoice_settings?.default_payment_method;
  if (wanted && wanted !== params.payment_method) ownMethod(engine, customer, wanted);
  const source = params.source ? { source: params.source } : null;
  const withSource = source ? addCardSource(engine, customer, source).customer : customer;
  if (!params.payment_method) return withSource;
  const { id } = attachMethod(engine, resolveMethod(engine, params.payment_method), customer.id);
  if (!wanted) return withSource;
  const settings = { ...customer.invoice_settings, default_payment_method: id };
  return engine.update(withSource, { invoice_settings: settings });
}

export function updateCustomer(
  engine: Engine,
  customer: Stripe.Customer,
  params: CustomerFields & Pick<Stripe.CustomerUpdateParams, "invoice_settings">,
): Stripe.Customer {
  const changes: Partial<Stripe.Customer> = {
    ...chosenFields(params),
    metadata: mergeMetadata(customer.metadata, params.metadata),
  };
  const method = params.invoice_settings?.default_payment_method;
  if (method !== undefined) {
    const chosen = method === "" ? null : ownMethod(engine, customer, method);
    changes.invoice_settings = { ...customer.invoice_settings, default_payment_method: chosen };
  }
  const updated = engine.update(customer, changes, "customer.updated");
  if (params.balance === undefined || params.balance === customer.balance) return updated;
  moveBalance(engine, customer.id, {
    amount: params.balance - customer.balance,
    currency: customer.currency ?? DEFAULT_CURRENCY,
    type: "adjustment",
  });
  return engine.require("customer", customer.id);
}

function clockWithRoom(engine: Engine, id: string): string {
  const clock = engine.require("test_helpers.test_clock", id, "test_clock");
  const { data } = engine.store.objects.list("customer", {
    where: { test_clock: clock.id },
    limit: MAX_CUSTOMERS_OF_CLOCK,
  });
  if (data.length < MAX_CUSTOMERS_OF_CLOCK) return clock.id;
  throw invalidRequest(`You can only add up to ${MAX_CUSTOMERS_OF_CLOCK} customers to a test clock.`, {
    param: "test_clock",
  });
}

/** Leaves a tombstone; the customer's payment methods stay readable, as in Stripe. */
export function deleteCustomer(engine: Engine, customer: Stripe.Customer): Stripe.DeletedCustomer {
  const tombstone: Stripe.DeletedCustomer = { id: customer.id, object: "customer", deleted: true };
  engine.store.objects.bury(customer.id, tombstone);
  engine.emit("customer.deleted", customer);
  return tombstone;
}

function ownMethod(engine: Engine, customer: Stripe.Customer, id: string): string {
  const param = "invoice_settings[default_payment_method]";
  const method = engine.require("payment_method", id, param);
  if (idOf(method.customer) !== customer.id) {
    throw invalidRequest(
      `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
      { code: "resource_missing", param },
    );
  }
  return id;
}

function chosenFields(params: CustomerFields): Partial<Stripe.Customer> {
  checkEmail(params.email, "email");
  checkLength(params.name, "name");
  checkLength(params.description, "description");
  const picked = pickFields(params, FIELDS) as Partial<Stripe.Customer>;
  if (params.address) picked.address = fullAddress(params.address);
  if (params.shipping) picked.shipping = fullShipping(params.shipping);
  if (params.tax_exempt !== undefined) picked.tax_exempt = unset(params.tax_exempt) ?? "none";
  return picked;
}

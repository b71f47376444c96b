import type Stripe from "stripe";
import { SESSION_EXPIRES, type HiddenSession } from "./session-terms";
import { redeemSessionDiscounts } from "./discounts/session-discounts";
import { type Engine } from "./engine";
import { idOf } from "./field-values";

/** What the buyer typed on the hosted page, checked. */
export interface Buyer {
  email: string;
  name: string;
}

/** What pressing the button led to. */
export type SessionOutcome =
  | { kind: "complete"; session: Stripe.Checkout.Session }
  | { kind: "authenticate"; intent: Stripe.PaymentIntent | Stripe.SetupIntent }
  | { kind: "declined"; message: string };

interface Completion {
  buyer: Buyer;
  intent: Stripe.PaymentIntent | null;
  customer?: string | null;
  /** What it led to in modes that take no payment of their own. */
  outcome?: Partial<Stripe.Checkout.Session>;
}

/** The session is over, and its event tells the shop. */
export function completeSession(
  engine: Engine,
  { id }: Stripe.Checkout.Session,
  { buyer, intent, customer: created = null, outcome = {} }: Completion,
): Stripe.Checkout.Session {
  const session = engine.require("checkout.session", id);
  const customer = idOf(session.customer) ?? idOf(intent?.customer) ?? created;
  updateCustomer(engine, session, buyer);
  engine.store.due.cancel(SESSION_EXPIRES, id);
  const complete = engine.update(session, {
    customer,
    customer_details: {
      address: null,
      business_name: null,
      email: buyer.email,
      individual_name: null,
      name: buyer.name,
      phone: null,
      tax_exempt: "none",
      tax_ids: [],
    },
    payment_intent: intent?.id ?? null,
    payment_status: paymentStatus(intent),
    status: "complete",
    url: null,
    ...outcome,
  });
  if (complete.mode === "payment") redeemSessionDiscounts(engine, complete, customer);
  engine.emit("checkout.session.completed", complete);
  return complete;
}

function paymentStatus(intent: Stripe.PaymentIntent | null): Stripe.Checkout.Session.PaymentStatus {
  if (!intent) return "no_payment_required";
  return intent.status === "succeeded" ? "paid" : "unpaid";
}

/** Saves what the buyer typed on the customer only where the integration asked for it. */
function updateCustomer(engine: Engine, session: Stripe.Checkout.Session, buyer: Buyer): void {
  const { customerUpdate } = engine.store.objects.hidden<HiddenSession>(session.id);
  const customer = engine.store.objects.find("customer", idOf(session.customer) ?? "");
  if (!customer || customerUpdate?.name !== "auto") return;
  engine.update(customer, { name: buyer.name }, "customer.updated");
}

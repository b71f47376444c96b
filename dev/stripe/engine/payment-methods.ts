import type Stripe from "stripe";
import { defaultPart } from "../contract/default-object";
import { invalidRequest, StripeError } from "../server/stripe-error";
import { cardFingerprint, isPastExpiry } from "./card-details";
import { declineBody } from "./declines";
import { type Engine } from "./engine";
import { idOf } from "./field-values";
import { findNamedTestCard, findTestCard, type TestCard } from "./test-cards";

/** What a payment method knows and never shows. */
interface HiddenMethod {
  number: string;
  /** Authenticated once for later use: some cards ask no more after that. */
  isSetUp: boolean;
  /** Used without a customer, or detached from one: never to be used again. */
  isSpent: boolean;
}

const SPENT =
  "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.";

export interface CardInput {
  card: TestCard;
  expMonth: number;
  expYear: number;
  billing?: Partial<Stripe.PaymentMethod.BillingDetails>;
  metadata?: Record<string, string>;
  allowRedisplay?: Stripe.PaymentMethod.AllowRedisplay;
  /** For cards of the older kind, whose ids begin otherwise. */
  id?: string;
}

export function createCardMethod(engine: Engine, input: CardInput): Stripe.PaymentMethod {
  const { card } = input;
  if (isPastExpiry(engine.now, input)) {
    throw new StripeError(402, {
      type: "card_error",
      code: "invalid_expiry_year",
      message: "Your card's expiration year is invalid.",
      param: "exp_year",
    });
  }
  const details: Stripe.PaymentMethod.Card = {
    ...(defaultPart(engine.contract, "payment_method", "card") as unknown as Stripe.PaymentMethod.Card),
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: card.cvcCheck },
    country: card.country,
    display_brand: card.brand,
    exp_month: input.expMonth,
    exp_year: input.expYear,
    fingerprint: cardFingerprint(card.number),
    funding: card.funding,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    three_d_secure_usage: { supported: card.brand !== "amex" },
  };
  const billing = { address: null, email: null, name: null, phone: null, tax_id: null, ...input.billing };
  const hidden: HiddenMethod = { number: card.number, isSetUp: false, isSpent: false };
  return engine.create(
    "payment_method",
    {
      ...(input.id ? { id: input.id } : {}),
      type: "card",
      card: details,
      billing_details: billing,
      metadata: input.metadata ?? {},
      allow_redisplay: input.allowRedisplay ?? "unspecified",
    },
    hidden,
  );
}

/** An existing method, or a new one for a name such as `pm_card_visa`: using a name twice makes two cards. */
export function resolveMethod(
  engine: Engine,
  idOrName: string,
  param = "payment_method",
): Stripe.PaymentMethod {
  const named = findNamedTestCard(idOrName);
  if (!named) return engine.require("payment_method", idOrName, param);
  const expYear = new Date(engine.now * 1000).getUTCFullYear() + 1;
  return createCardMethod(engine, { card: named, expMonth: 12, expYear });
}

export function testCardOf(engine: Engine, method: Stripe.PaymentMethod): TestCard {
  const { number } = engine.store.objects.hidden<HiddenMethod>(method.id);
  const card = number ? findTestCard(number) : null;
  if (!card) throw new Error(`${method.id} has no card behind it`);
  return card;
}

export function isSetUpForLater(engine: Engine, method: Stripe.PaymentMethod): boolean {
  return engine.store.objects.hidden<HiddenMethod>(method.id).isSetUp ?? false;
}

export function attachMethod(
  engine: Engine,
  method: Stripe.PaymentMethod,
  customer: string,
): Stripe.PaymentMethod {
  const hidden = engine.store.objects.hidden<HiddenMethod>(method.id);
  const owner = idOf(method.customer);
  if (owner === customer) return method;
  if (owner) {
    throw invalidRequest("The payment method you provided has already been attached to a customer.");
  }
  if (hidden.isSpent) {
    throw invalidRequest(SPENT);
  }
  const { attaches, decline } = testCardOf(engine, method);
  if (!attaches && decline) {
    throw new StripeError(402, declineBody(decline));
  }
  const attached = engine.update(method, { customer });
  engine.emit("payment_method.attached", attached);
  return attached;
}

/** A method kept for later payments without the customer being there. */
export function markSetUp(engine: Engine, method: Stripe.PaymentMethod): void {
  const hidden = engine.store.objects.hidden<HiddenMethod>(method.id);
  engine.store.objects.saveHidden(method.id, { ...hidden, isSetUp: true });
}

/** A method of nobody pays once. */
export function markSpent(engine: Engine, method: Stripe.PaymentMethod): void {
  const hidden = engine.store.objects.hidden<HiddenMethod>(method.id);
  engine.store.objects.saveHidden(method.id, { ...hidden, isSpent: true });
}

/** For good: Stripe lets a detached method never be used again. */
export function detachMethod(engine: Engine, method: Stripe.PaymentMethod): Stripe.PaymentMethod {
  const customer = idOf(method.customer);
  if (!customer) {
    throw invalidRequest(
      "The payment method you provided is not attached to a customer so detachment is impossible.",
    );
  }
  markSpent(engine, method);
  const detached = engine.update(method, { customer: null });
  engine.emit("payment_method.detached", detached, { customer });
  return detached;
}

/** A payment may use a method that belongs to its own customer, or to nobody yet. */
export function checkUsable(engine: Engine, method: Stripe.PaymentMethod, customer: string | null): void {
  const owner = idOf(method.customer);
  if (owner && owner !== customer) {
    throw invalidRequest(
      customer
        ? `The customer does not have a payment method with the ID ${method.id}. The payment method must be attached to the customer.`
        : `The PaymentMethod ${method.id} belongs to a Customer. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      { param: "payment_method" },
    );
  }
  if (engine.store.objects.hidden<HiddenMethod>(method.id).isSpent) {
    throw invalidRequest(SPENT);
  }
}

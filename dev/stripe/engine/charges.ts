import type Stripe from "stripe";
import { chargeMethodDetails } from "./card-details";
import { type Decline } from "./declines";
import { type Engine } from "./engine";
import { idOf } from "./field-values";
import { newId } from "./ids";
import { testCardOf } from "./payment-methods";

const TWO_DAYS = 2 * 24 * 60 * 60;
const BYPASSES_PENDING = new Set(["4000000000000077", "4000003720000278"]);

export const BALANCE_AVAILABLE = "balance_available";

interface ChargeInput {
  /** Of a charge that was made elsewhere. */
  id?: string;
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  authenticated: boolean;
}

/** Takes (or only authorises) the money, and tells about it. */
export function createSucceededCharge(engine: Engine, input: ChargeInput): Stripe.Charge {
  const { intent } = input;
  const captured = intent.capture_method !== "manual";
  const { id = newId("ch_") } = input;
  const charge = engine.create("charge", {
    ...commonFields(engine, input),
    id,
    amount_captured: captured ? intent.amount : 0,
    captured,
    paid: true,
    status: "succeeded",
    outcome: outcome(engine, input.method, null),
    receipt_url: engine.pageUrl(`/receipts/${id}`),
  });
  engine.emit("charge.succeeded", charge);
  return captured ? settleCharge(engine, charge) : charge;
}

export function createFailedCharge(engine: Engine, input: ChargeInput, decline: Decline): Stripe.Charge {
  const charge = engine.create("charge", {
    ...commonFields(engine, input),
    ...(input.id ? { id: input.id } : {}),
    failure_code: decline.code,
    failure_message: decline.message,
    status: "failed",
    outcome: outcome(engine, input.method, decline),
  });
  engine.emit("charge.failed", charge);
  return charge;
}

/** Captures up to the authorised amount; what is left of it is released and shows as refunded. */
export function captureCharge(engine: Engine, charge: Stripe.Charge, amount: number): Stripe.Charge {
  const released = charge.amount - amount;
  const captured = engine.update(charge, {
    captured: true,
    amount_captured: amount,
    amount_refunded: released,
  });
  engine.emit("charge.captured", captured);
  return settleCharge(engine, captured);
}

/**
 * Books the money on the balance. Since 2024-04-09 intents capture asynchronously by default: `charge.succeeded`
 * comes without a balance transaction and `charge.updated` brings it.
 * https://docs.stripe.com/payments/payment-intents/asynchronous-capture
 */
function settleCharge(engine: Engine, charge: Stripe.Charge): Stripe.Charge {
  const transaction = bookCharge(engine, charge);
  return engine.update(charge, { balance_transaction: transaction.id }, "charge.updated");
}

function bookCharge(engine: Engine, charge: Stripe.Charge): Stripe.BalanceTransaction {
  const fee = Math.min(Math.round(charge.amount_captured * 0.029) + 30, charge.amount_captured);
  const number = engine.store.objects.hidden<{ number: string }>(charge.payment_method ?? "").number;
  const immediate = number !== undefined && BYPASSES_PENDING.has(number);
  const transaction = engine.create("balance_transaction", {
    amount: charge.amount_captured,
    available_on: immediate ? engine.now : engine.now + TWO_DAYS,
    balance_type: "payments",
    currency: charge.currency,
    description: charge.description,
    fee,
    fee_details: [
      {
        amount: fee,
        application: null,
        currency: charge.currency,
        description: "Stripe processing fees",
        type: "stripe_fee",
      },
    ],
    net: charge.amount_captured - fee,
    reporting_category: "charge",
    source: charge.id,
    status: immediate ? "available" : "pending",
    type: "charge",
  });
  if (!immediate) {
    engine.schedule(BALANCE_AVAILABLE, transaction.id, transaction.available_on);
  }
  return transaction;
}

export function makeBalanceAvailable(engine: Engine, id: string): void {
  const transaction = engine.store.objects.find("balance_transaction", id);
  if (transaction) engine.update(transaction, { status: "available" });
}

function commonFields(
  engine: Engine,
  { intent, method, authenticated }: ChargeInput,
): Partial<Stripe.Charge> {
  const empty = { address: null, email: null, name: null, phone: null, tax_id: null };
  return {
    amount: intent.amount,
    billing_details: { ...empty, ...method.billing_details },
    calculated_statement_descriptor: intent.statement_descriptor ?? "LOCAL STRIPE",
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    fraud_details: {},
    metadata: intent.metadata,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: chargeMethodDetails(engine, method, authenticated),
    receipt_email: intent.receipt_email,
    shipping: intent.shipping,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    transfer_group: intent.transfer_group,
  };
}

function outcome(
  engine: Engine,
  method: Stripe.PaymentMethod,
  decline: Decline | null,
): Stripe.Charge.Outcome {
  const { riskLevel } = testCardOf(engine, method);
  const risk = { risk_level: riskLevel, risk_score: { normal: 20, elevated: 70, highest: 92 }[riskLevel] };
  if (!decline) {
    return {
      ...risk,
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: "approved_by_network",
      reason: null,
      seller_message: "Payment complete.",
      type: "authorized",
    };
  }
  return {
    ...risk,
    advice_code: decline.adviceCode,
    network_advice_code: null,
    network_decline_code: decline.blocked ? null : "01",
    network_status: decline.blocked ? "not_sent_to_network" : "declined_by_network",
    reason: decline.blocked ? "highest_risk_level" : decline.declineCode,
    seller_message: decline.blocked
      ? "Stripe blocked this payment as too risky."
      : "The bank did not return any further details with this decline.",
    type: decline.blocked ? "blocked" : "issuer_declined",
  };
}

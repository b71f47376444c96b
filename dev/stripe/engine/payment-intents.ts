import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { captureCharge } from "./charges";
import { expectDispute } from "./disputes/disputed-cards";
import { type Engine } from "./engine";
import { idOf } from "./field-values";
import { newId, randomText } from "./ids";
import { MAX_AMOUNT, minimumAmount } from "./minimum-amounts";

const OPEN_STATES = [
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
  "requires_capture",
  "processing",
];

/** Checks the amount and creates the intent, with its event; what pays it comes later. */
export function createIntent(
  engine: Engine,
  values: Partial<Stripe.PaymentIntent> & { amount: number; currency: string },
): Stripe.PaymentIntent {
  checkAmount(values.amount, values.currency);
  const { id = newId("pi_") } = values;
  const intent = engine.create("payment_intent", {
    capture_method: "automatic_async",
    confirmation_method: "automatic",
    payment_method_types: ["card"],
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    client_secret: `${id}_secret_${randomText(25)}`,
    status: values.payment_method ? "requires_confirmation" : "requires_payment_method",
    ...values,
    id,
  });
  engine.emit("payment_intent.created", intent);
  return intent;
}

/** https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
export function checkAmount(amount: number, currency: string): void {
  if (amount < 1) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
    });
  }
  if (amount > MAX_AMOUNT) {
    throw invalidRequest("Amount must be no more than $999,999.99", {
      code: "amount_too_large",
      param: "amount",
    });
  }
  if (amount < minimumAmount(currency)) {
    throw invalidRequest(
      `Amount must be at least ${minimumAmount(currency)} in the smallest unit of ${currency}`,
      { code: "amount_too_small", param: "amount" },
    );
  }
}

export function captureIntent(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  wanted?: number,
): Stripe.PaymentIntent {
  if (intent.status !== "requires_capture") {
    throw unexpectedState(
      intent,
      `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
    );
  }
  const amount = wanted ?? intent.amount_capturable;
  if (amount < 1 || amount > intent.amount_capturable) {
    throw invalidRequest(
      "The provided amount_to_capture is greater than the amount that can be captured on this PaymentIntent.",
      { code: "amount_too_large", param: "amount_to_capture" },
    );
  }
  const charge = engine.require("charge", idOf(intent.latest_charge) ?? "");
  captureCharge(engine, charge, amount);
  const captured = engine.update(intent, {
    amount_capturable: 0,
    amount_received: amount,
    status: "succeeded",
  });
  engine.emit("payment_intent.succeeded", captured);
  expectDispute(engine, charge.id);
  return captured;
}

export function cancelIntent(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  if (!OPEN_STATES.includes(intent.status)) {
    throw unexpectedState(
      intent,
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, processing.`,
    );
  }
  releaseAuthorization(engine, intent);
  const canceled = engine.update(intent, {
    amount_capturable: 0,
    canceled_at: engine.now,
    cancellation_reason: reason,
    next_action: null,
    status: "canceled",
  });
  engine.emit("payment_intent.canceled", canceled);
  return canceled;
}

function releaseAuthorization(engine: Engine, intent: Stripe.PaymentIntent): void {
  const charge = engine.store.objects.find("charge", idOf(intent.latest_charge) ?? "");
  if (intent.status !== "requires_capture" || !charge) return;
  engine.update(charge, { amount_refunded: charge.amount, refunded: true }, "charge.refunded");
}

/** Payments of a hosted session are confirmed and cancelled through the session alone. */
export function refuseSessionIntent(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  verb: "confirm" | "cancel",
): void {
  const session = engine.store.objects.findBy("checkout.session", "payment_intent", intent.id);
  if (session?.status !== "open") return;
  throw invalidRequest(
    `You cannot ${verb} this PaymentIntent because it was created by the Checkout Session ${session.id}.`,
  );
}

/** An invoice decides what its payment asks for, and whether. Void it instead. https://docs.stripe.com/api/payment_intents/cancel */
export function refuseInvoiceIntent(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  verb: "cancel" | "change the amount of",
): void {
  const payment = engine.store.objects.findBy("invoice_payment", "payment.payment_intent", intent.id);
  if (!payment) return;
  throw invalidRequest(
    `You cannot ${verb} this PaymentIntent because it was created by the Invoice ${idOf(payment.invoice) ?? ""}.`,
  );
}

export function unexpectedState(intent: Stripe.PaymentIntent, message: string) {
  return invalidRequest(message, { code: "payment_intent_unexpected_state", payment_intent: intent });
}

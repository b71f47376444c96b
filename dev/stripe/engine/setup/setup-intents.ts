import type Stripe from "stripe";
import { invalidRequest, type StripeError } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { newId, randomText } from "../ids";
import { mergeMetadata } from "../metadata";
import { checkUsable, resolveMethod } from "../payment-methods";
import { abandonAttempt } from "./setup-attempts";

const OPEN_STATES = ["requires_payment_method", "requires_confirmation", "requires_action"];

type NewSetup = Pick<
  Stripe.SetupIntentCreateParams,
  "automatic_payment_methods" | "customer" | "description" | "metadata" | "payment_method" | "usage"
>;

/** A method is to be kept for later payments. https://docs.stripe.com/payments/setup-intents */
export function createSetupIntent(engine: Engine, params: NewSetup): Stripe.SetupIntent {
  const customer = params.customer ? engine.require("customer", params.customer, "customer").id : null;
  const method = params.payment_method ? resolveMethod(engine, params.payment_method) : null;
  if (method) checkUsable(engine, method, customer);
  const automatic = params.automatic_payment_methods;
  const id = newId("seti_");
  const intent = engine.create("setup_intent", {
    id,
    automatic_payment_methods: automatic ? { allow_redirects: "always", ...automatic } : null,
    client_secret: `${id}_secret_${randomText(25)}`,
    customer,
    description: params.description ?? null,
    metadata: mergeMetadata({}, params.metadata),
    payment_method: method?.id ?? null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: ["card"],
    status: method ? "requires_confirmation" : "requires_payment_method",
    usage: params.usage ?? "off_session",
  });
  engine.emit("setup_intent.created", intent);
  return intent;
}

export function updateSetupIntent(
  engine: Engine,
  intent: Stripe.SetupIntent,
  params: Stripe.SetupIntentUpdateParams,
): Stripe.SetupIntent {
  const changes: Partial<Stripe.SetupIntent> = {
    metadata: mergeMetadata(intent.metadata ?? {}, params.metadata),
  };
  if (params.description !== undefined) changes.description = params.description || null;
  if (params.customer !== undefined || params.payment_method !== undefined) {
    if (!OPEN_STATES.includes(intent.status)) {
      throw unexpectedState(
        intent,
        `This SetupIntent could not be updated because it has a status of ${intent.status}.`,
      );
    }
  }
  if (params.customer !== undefined)
    changes.customer = engine.require("customer", params.customer, "customer").id;
  if (params.payment_method !== undefined) {
    const method = resolveMethod(engine, params.payment_method);
    checkUsable(engine, method, idOf(changes.customer ?? intent.customer));
    Object.assign(changes, { payment_method: method.id, status: "requires_confirmation" });
  }
  return engine.update(intent, changes);
}

/** https://docs.stripe.com/api/setup_intents/cancel */
export function cancelSetupIntent(
  engine: Engine,
  intent: Stripe.SetupIntent,
  reason: Stripe.SetupIntent.CancellationReason | null,
): Stripe.SetupIntent {
  if (!OPEN_STATES.includes(intent.status)) {
    throw unexpectedState(
      intent,
      `You cannot cancel this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with one of the following statuses may be canceled: ${OPEN_STATES.join(", ")}.`,
    );
  }
  abandonAttempt(engine, intent);
  const canceled = engine.update(intent, {
    cancellation_reason: reason,
    next_action: null,
    status: "canceled",
  });
  engine.emit("setup_intent.canceled", canceled);
  return canceled;
}

export function checkConfirmable(intent: Stripe.SetupIntent): void {
  if (OPEN_STATES.includes(intent.status)) return;
  const because =
    intent.status === "succeeded" ? "it has already succeeded" : `it has a status of ${intent.status}`;
  throw unexpectedState(intent, `You cannot confirm this SetupIntent because ${because}.`);
}

/** Setups of a hosted session are confirmed and cancelled through the session alone. */
export function refuseSessionSetup(
  engine: Engine,
  intent: Stripe.SetupIntent,
  verb: "confirm" | "cancel",
): void {
  const session = engine.store.objects.findBy("checkout.session", "setup_intent", intent.id);
  if (session?.status !== "open") return;
  throw invalidRequest(
    `You cannot ${verb} this SetupIntent because it was created by the Checkout Session ${session.id}.`,
  );
}

export function unexpectedState(intent: Stripe.SetupIntent, message: string): StripeError {
  return invalidRequest(message, { code: "setup_intent_unexpected_state", setup_intent: intent });
}

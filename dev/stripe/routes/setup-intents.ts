import type Stripe from "stripe";
import { type Engine } from "../engine/engine";
import { idOf } from "../engine/field-values";
import { resolveMethod } from "../engine/payment-methods";
import { attemptSetup, setupDeclinedError } from "../engine/setup/confirm-setup";
import {
  cancelSetupIntent,
  createSetupIntent,
  refuseSessionSetup,
  unexpectedState,
  updateSetupIntent,
} from "../engine/setup/setup-intents";
import { listPage, listRoute, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

const CONFIRM = ["payment_method", "return_url", "use_stripe_sdk"];

type ConfirmParams = Pick<
  Stripe.SetupIntentConfirmParams,
  "payment_method" | "return_url" | "use_stripe_sdk"
>;

export const setupIntentRoutes: Behaviour[] = [
  route<Stripe.SetupIntentCreateParams>(
    "POST /v1/setup_intents",
    [...CONFIRM, "automatic_payment_methods", "confirm", "customer", "description", "metadata", "usage"],
    ({ engine, params }) => {
      const intent = createSetupIntent(engine, params);
      return params.confirm ? confirm(engine, intent, { ...params, payment_method: "" }) : intent;
    },
  ),
  route("GET /v1/setup_intents/{id}", ["client_secret"], ({ engine, id }) =>
    engine.require("setup_intent", id),
  ),
  route<Stripe.SetupIntentUpdateParams>(
    "POST /v1/setup_intents/{id}",
    ["customer", "description", "metadata", "payment_method"],
    ({ engine, params, id }) => updateSetupIntent(engine, engine.require("setup_intent", id), params),
  ),
  route<ConfirmParams>("POST /v1/setup_intents/{id}/confirm", CONFIRM, ({ engine, params, id }) => {
    const intent = engine.require("setup_intent", id);
    refuseSessionSetup(engine, intent, "confirm");
    return confirm(engine, intent, params);
  }),
  route<Stripe.SetupIntentCancelParams>(
    "POST /v1/setup_intents/{id}/cancel",
    ["cancellation_reason"],
    ({ engine, params, id }) => {
      const intent = engine.require("setup_intent", id);
      refuseSessionSetup(engine, intent, "cancel");
      return cancelSetupIntent(engine, intent, params.cancellation_reason ?? null);
    },
  ),
  listRoute("GET /v1/setup_intents", "setup_intent", ["customer", "payment_method"]),
  route<Stripe.SetupAttemptListParams & PagingParams>(
    "GET /v1/setup_attempts",
    [...PAGING, "created", "setup_intent"],
    (call) => {
      const { created, setup_intent } = call.params;
      call.engine.require("setup_intent", setup_intent, "setup_intent");
      return listPage(call, "setup_attempt", {
        where: { setup_intent },
        ...(created === undefined ? {} : { created }),
      });
    },
  ),
];

/** Answers 402 when the card is refused; the attempt stays on record all the same. */
function confirm(engine: Engine, intent: Stripe.SetupIntent, params: ConfirmParams): Stripe.SetupIntent {
  const chosen = params.payment_method || idOf(intent.payment_method);
  if (!chosen) {
    throw unexpectedState(
      intent,
      "You cannot confirm this SetupIntent because it's missing a payment method. You can either update the SetupIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    );
  }
  const method = resolveMethod(engine, chosen);
  const outcome = attemptSetup(
    engine,
    { intent, method },
    params.use_stripe_sdk ? null : (params.return_url ?? null),
  );
  const refused = setupDeclinedError(outcome, method);
  if (refused) throw refused;
  return outcome.intent;
}

import type Stripe from "stripe";
import { clockOfObject } from "../engine/clock-of";
import { attemptPayment, failAuthentication } from "../engine/confirm-payment";
import { Engine } from "../engine/engine";
import { idOf } from "../engine/field-values";
import { finishAuthentication } from "../engine/pay-session";
import { finishPaymentAuthentication, sessionOfIntent } from "../engine/subscriptions/subscribe";
import { type LocalResponse, redirect } from "../server/messages";
import { authenticationPage, nothingToApprove, passedAuthentication } from "./authentication-page";
import { afterOutcome } from "./checkout-outcome";
import { formatMoney } from "./money";
import { type PageHandler, type PageParts } from "./page-parts";
import { returnToShop } from "./return-to-shop";

export const showAuthentication: PageHandler = (parts, _request, id) => {
  const intent = waitingIntent(new Engine(parts.engine), id);
  if (!intent) return nothingToApprove();
  return authenticationPage(
    `Your bank asks you to approve a payment of ${formatMoney(intent.amount, intent.currency)}.`,
  );
};

export const submitAuthentication: PageHandler = async (parts, request, id) => {
  const engine = new Engine(parts.engine);
  const intent = waitingIntent(engine, id);
  if (!intent) return nothingToApprove();
  const passed = passedAuthentication(request.body);
  const session =
    engine.store.objects.findBy("checkout.session", "payment_intent", intent.id) ??
    sessionOfIntent(engine, intent.id);
  return session ? finishSession(parts, { session, intent, passed }) : finishIntent(parts, intent, passed);
};

async function finishSession(
  parts: PageParts,
  wanted: { session: Stripe.Checkout.Session; intent: Stripe.PaymentIntent; passed: boolean },
): Promise<LocalResponse> {
  const engine = new Engine(parts.engine);
  const outcome = inTimeOf(engine, wanted.intent.id, () =>
    wanted.session.mode === "subscription"
      ? finishPaymentAuthentication(engine, wanted.session, wanted)
      : finishAuthentication(engine, wanted.session, wanted),
  );
  if (outcome.kind === "complete") return afterOutcome(parts, outcome.session);
  return redirect(`/c/pay/${wanted.session.id}?retry=1`);
}

function finishIntent(parts: PageParts, intent: Stripe.PaymentIntent, passed: boolean): LocalResponse {
  const engine = new Engine(parts.engine);
  const after = inTimeOf(engine, intent.id, () => {
    if (!passed) return failAuthentication(engine, intent);
    const method = engine.require("payment_method", idOf(intent.payment_method) ?? "");
    return attemptPayment(engine, { intent, method }, { authenticated: true }).intent;
  });
  parts.worker.kick();
  return returnToShop(intent, after.status === "succeeded" || after.status === "requires_capture");
}

function inTimeOf<Result>(engine: Engine, id: string, work: () => Result): Result {
  return engine.store.transaction(() => engine.inTimeOf(clockOfObject(engine.store, id), work));
}

function waitingIntent(engine: Engine, id: string): Stripe.PaymentIntent | null {
  const intent = engine.store.objects.find("payment_intent", id);
  return intent?.status === "requires_action" ? intent : null;
}

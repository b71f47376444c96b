import type Stripe from "stripe";
import { clockOfObject } from "../engine/clock-of";
import { Engine } from "../engine/engine";
import { finishSetupAuthentication } from "../engine/setup/confirm-setup";
import { finishSessionSetup } from "../engine/setup/setup-session";
import { finishTrialAuthentication } from "../engine/subscriptions/subscribe";
import { redirect } from "../server/messages";
import { authenticationPage, nothingToApprove, passedAuthentication } from "./authentication-page";
import { afterOutcome } from "./checkout-outcome";
import { type PageHandler } from "./page-parts";
import { returnToShop } from "./return-to-shop";

export const showSetupAuthentication: PageHandler = (parts, _request, id) =>
  waitingSetup(new Engine(parts.engine), id)
    ? authenticationPage("Your bank asks you to approve that this card is kept for later payments.")
    : nothingToApprove();

export const submitSetupAuthentication: PageHandler = async (parts, request, id) => {
  const engine = new Engine(parts.engine);
  const intent = waitingSetup(engine, id);
  if (!intent) return nothingToApprove();
  const passed = passedAuthentication(request.body);
  const session = engine.store.objects.findBy("checkout.session", "setup_intent", intent.id);
  const inTime = <Result,>(work: () => Result): Result =>
    engine.store.transaction(() => engine.inTimeOf(clockOfObject(engine.store, intent.id), work));
  if (!session) {
    const { intent: after } = inTime(() => finishSetupAuthentication(engine, intent, passed));
    parts.worker.kick();
    return returnToShop(intent, after.status === "succeeded");
  }
  const outcome = inTime(() =>
    session.mode === "subscription"
      ? finishTrialAuthentication(engine, session, { intent, passed })
      : finishSessionSetup(engine, session, { intent, passed }),
  );
  if (outcome.kind === "complete") return afterOutcome(parts, outcome.session);
  return redirect(`/c/pay/${session.id}?retry=1`);
};

function waitingSetup(engine: Engine, id: string): Stripe.SetupIntent | null {
  const intent = engine.store.objects.find("setup_intent", id);
  return intent?.status === "requires_action" ? intent : null;
}

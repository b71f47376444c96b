import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { type HiddenSession, SESSION_EXPIRES } from "./session-terms";
import { type Engine } from "./engine";
import { idOf } from "./field-values";
import { cancelIntent } from "./payment-intents";
import { cancelSetupIntent } from "./setup/setup-intents";

/** On request: only a session that is still open can be expired. */
export function expireSession(engine: Engine, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  if (session.status !== "open") {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status ?? ""}\`.`,
    );
  }
  return closeSession(engine, session);
}

/** By time: whatever happened to the session meanwhile decides. */
export function expireSessionWhenDue(engine: Engine, id: string): void {
  const session = engine.store.objects.find("checkout.session", id);
  if (session?.status === "open") closeSession(engine, session);
}

function closeSession(engine: Engine, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  engine.store.due.cancel(SESSION_EXPIRES, session.id);
  const intent = engine.store.objects.find("payment_intent", idOf(session.payment_intent) ?? "");
  if (intent && intent.status !== "canceled") cancelIntent(engine, intent, "expired");
  const setup = engine.store.objects.find("setup_intent", idOf(session.setup_intent) ?? "");
  if (setup && setup.status !== "canceled") cancelSetupIntent(engine, setup, "abandoned");
  const { intent: own } = engine.store.objects.hidden<HiddenSession>(session.id);
  const unpaid = engine.store.objects.find("payment_intent", own ?? "");
  if (unpaid && unpaid.status !== "canceled") cancelIntent(engine, unpaid, "expired");
  const expired = engine.update(session, { status: "expired", url: null });
  engine.emit("checkout.session.expired", expired);
  return expired;
}

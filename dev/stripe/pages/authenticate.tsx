import type Stripe from "stripe";
import { attemptPayment, failAuthentication } from "../engine/confirm-payment";
import { Engine } from "../engine/engine";
import { idOf } from "../engine/field-values";
import { finishAuthentication } from "../engine/pay-session";
import { type LocalResponse, redirect } from "../server/messages";
import { Banner } from "./banner";
import { afterOutcome } from "./checkout-outcome";
import { htmlPage } from "./document";
import { messagePage } from "./message-page";
import { formatMoney } from "./money";
import { type PageHandler, type PageParts } from "./page-parts";

/** The bank's page, as 3-D Secure would show it. */
export const showAuthentication: PageHandler = (parts, _request, id) => {
  const intent = waitingIntent(new Engine(parts.engine), id);
  if (!intent) return nothingToDo();
  const body = (
    <>
      <Banner />
      <main className="card">
        <h1>3-D Secure</h1>
        <p className="muted">
          Your bank asks you to approve a payment of {formatMoney(intent.amount, intent.currency)}.
        </p>
        <form method="post" className="actions">
          <button className="button" type="submit" name="result" value="complete">
            Complete
          </button>
          <button className="button quiet" type="submit" name="result" value="fail">
            Fail
          </button>
        </form>
      </main>
    </>
  );
  return htmlPage({ title: "3-D Secure", body });
};

export const submitAuthentication: PageHandler = async (parts, request, id) => {
  const engine = new Engine(parts.engine);
  const intent = waitingIntent(engine, id);
  if (!intent) return nothingToDo();
  const passed = new URLSearchParams(request.body).get("result") === "complete";
  const session = engine.store.objects.findBy("checkout.session", "payment_intent", intent.id);
  return session ? finishSession(parts, { session, intent, passed }) : finishIntent(parts, intent, passed);
};

async function finishSession(
  parts: PageParts,
  wanted: { session: Stripe.Checkout.Session; intent: Stripe.PaymentIntent; passed: boolean },
): Promise<LocalResponse> {
  const engine = new Engine(parts.engine);
  const outcome = parts.engine.store.transaction(() => finishAuthentication(engine, wanted.session, wanted));
  if (outcome.kind === "complete") return afterOutcome(parts, outcome.session);
  return redirect(`/c/pay/${wanted.session.id}?retry=1`);
}

/** Without a session the buyer goes back to where the integration said, with the outcome in the address. */
function finishIntent(parts: PageParts, intent: Stripe.PaymentIntent, passed: boolean): LocalResponse {
  const engine = new Engine(parts.engine);
  const after = parts.engine.store.transaction(() => {
    if (!passed) return failAuthentication(engine, intent);
    const method = engine.require("payment_method", idOf(intent.payment_method) ?? "");
    return attemptPayment(engine, { intent, method }, { authenticated: true }).intent;
  });
  parts.worker.kick();
  const target = intent.next_action?.redirect_to_url?.return_url;
  const succeeded = after.status === "succeeded" || after.status === "requires_capture";
  if (!target) {
    return messagePage({ title: succeeded ? "Approved" : "Not approved", text: "You may close this page." });
  }
  const url = new URL(target);
  url.searchParams.set("payment_intent", intent.id);
  url.searchParams.set("payment_intent_client_secret", intent.client_secret ?? "");
  url.searchParams.set("redirect_status", succeeded ? "succeeded" : "failed");
  return redirect(url.href);
}

function waitingIntent(engine: Engine, id: string): Stripe.PaymentIntent | null {
  const intent = engine.store.objects.find("payment_intent", id);
  return intent?.status === "requires_action" ? intent : null;
}

function nothingToDo(): LocalResponse {
  return messagePage({
    title: "Nothing to approve",
    text: "This payment does not wait for you any more.",
    status: 404,
  });
}

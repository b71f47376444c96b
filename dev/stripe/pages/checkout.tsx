import type Stripe from "stripe";
import { clockOfObject } from "../engine/clock-of";
import { Engine } from "../engine/engine";
import { idOf } from "../engine/field-values";
import { paySession } from "../engine/pay-session";
import { type HiddenSession } from "../engine/session-terms";
import { intentOfSession } from "../engine/subscriptions/subscribe";
import { trialEndOf } from "../engine/subscriptions/subscription-session";
import { type LocalResponse, redirect } from "../server/messages";
import { type CardForm, checkCardForm, EMPTY_FORM, readCardForm } from "./card-form";
import { CheckoutPage } from "./checkout-page";
import { type CheckoutView, takesCard } from "./checkout-view";
import { afterOutcome } from "./checkout-outcome";
import { htmlPage } from "./document";
import { messagePage } from "./message-page";
import { type PageHandler } from "./page-parts";

export const showCheckout: PageHandler = (parts, request, id) => {
  const engine = new Engine(parts.engine);
  const session = engine.store.objects.find("checkout.session", id);
  const closed = closedPage(session);
  if (!session || closed) return closed ?? unknownPage();
  // Back from a failed 3-D Secure: say why, and keep what may be kept.
  const failed = new URLSearchParams(request.query).has("retry") ? lastFailure(engine, session) : null;
  const form = { ...EMPTY_FORM, ...failed?.form };
  const refusedCode = refusedCodeOf(new URLSearchParams(request.query));
  return render(engine, session, { form, problems: {}, alert: failed?.message ?? null, refusedCode });
};

export const submitCheckout: PageHandler = async (parts, request, id) => {
  const engine = new Engine(parts.engine);
  const session = engine.store.objects.find("checkout.session", id);
  const closed = closedPage(session);
  if (!session || closed) return closed ?? unknownPage();
  const typed = readCardForm(request.body);
  const form = { ...typed, email: knownEmail(engine, session) ?? typed.email };
  const checked = checkCardForm(form, { now: engine.now, takesCard: takesCard(session) });
  if (!checked.ok) {
    const alert = checked.problems.number?.includes("declined") ? checked.problems.number : null;
    return render(engine, session, { form, problems: checked.problems, alert });
  }
  const outcome = parts.engine.store.transaction(() =>
    engine.inTimeOf(clockOfObject(engine.store, session.id), () => paySession(engine, session, checked)),
  );
  if (outcome.kind === "declined")
    return render(engine, session, { form, problems: {}, alert: outcome.message });
  if (outcome.kind === "authenticate") return redirect(`/authenticate/${outcome.intent.id}`);
  return afterOutcome(parts, outcome.session);
};

function render(
  engine: Engine,
  session: Stripe.Checkout.Session,
  state: Pick<CheckoutView, "form" | "problems" | "alert" | "refusedCode">,
): LocalResponse {
  const items = engine.store.objects.list("item", { parent: session.id, oldestFirst: true, limit: 100 }).data;
  const { subscriptionData } = engine.store.objects.hidden<HiddenSession>(session.id);
  const trial = engine.inTimeOf(clockOfObject(engine.store, session.id), () =>
    trialEndOf(engine, subscriptionData),
  );
  const known = knownEmail(engine, session);
  const form = { ...state.form, email: known ?? state.form.email };
  const body = (
    <CheckoutPage
      session={session}
      items={items}
      {...state}
      form={form}
      emailIsFixed={known !== null}
      trialEndsAt={trial}
    />
  );
  return htmlPage({ title: "Checkout", body, script: "checkout-form" });
}

function refusedCodeOf(query: URLSearchParams): CheckoutView["refusedCode"] {
  const [typed, problem] = [query.get("code"), query.get("problem")];
  return typed !== null && problem ? { typed, problem } : null;
}

function knownEmail(engine: Engine, session: Stripe.Checkout.Session): string | null {
  const customer = engine.store.objects.find("customer", idOf(session.customer) ?? "");
  return session.customer_email ?? customer?.email ?? null;
}

function lastFailure(
  engine: Engine,
  session: Stripe.Checkout.Session,
): { message: string; form: Partial<CardForm> } | null {
  const payment =
    engine.store.objects.find("payment_intent", idOf(session.payment_intent) ?? "") ??
    intentOfSession(engine, session);
  const setup = engine.store.objects.find("setup_intent", idOf(session.setup_intent) ?? "");
  const error = payment?.last_payment_error ?? setup?.last_setup_error;
  if (!error) return null;
  const { email, name } = error.payment_method?.billing_details ?? { email: null, name: null };
  return { message: error.message ?? "", form: { email: email ?? "", name: name ?? "" } };
}

function closedPage(session: Stripe.Checkout.Session | null): LocalResponse | null {
  if (!session || session.status === "open") return null;
  const back = session.cancel_url ? { href: session.cancel_url, label: "Back to the shop" } : null;
  return session.status === "complete"
    ? messagePage({
        title: session.mode === "setup" ? "This card is already saved" : "This order is already complete",
        text:
          session.mode === "setup" ? "Your card was saved." : "It was paid, and you were not charged again.",
        action: back,
      })
    : messagePage({
        title: "This checkout page has expired",
        text: "You were not charged. Start again from where you came.",
        status: 410,
        action: back,
      });
}

function unknownPage(): LocalResponse {
  return messagePage({
    title: "No such checkout page",
    text: "Check the address, or start again.",
    status: 404,
  });
}

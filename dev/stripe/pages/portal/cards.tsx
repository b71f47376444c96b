import { idOf } from "../../engine/field-values";
import { createCardMethod } from "../../engine/payment-methods";
import { makeDefault, removeMethod } from "../../engine/portal/portal-changes";
import { attemptSetup } from "../../engine/setup/confirm-setup";
import { createSetupIntent } from "../../engine/setup/setup-intents";
import { type LocalResponse, redirect } from "../../server/messages";
import { invalidRequest } from "../../server/stripe-error";
import { type CardForm, checkCardForm, EMPTY_FORM, type FormProblems, readCardForm } from "../card-form";
import { CardFields } from "../card-fields";
import { afterChange } from "./flow";
import { GoBack, portalPage } from "./layout";
import { formOf, ownMethod, queryOf, type Visit } from "./visit";

interface Entered {
  form: CardForm;
  problems: FormProblems;
  alert: string | null;
}

export function showNewCard(visit: Visit): LocalResponse {
  checkOffered(visit);
  const failed = queryOf(visit).has("retry");
  const alert = failed
    ? "We are unable to authenticate your payment method. Please choose a different payment method and try again."
    : null;
  return newCardPage(visit, { form: EMPTY_FORM, problems: {}, alert });
}

/** Keeps the card as a setup intent would; 3-D Secure brings the customer back to `finishCard`. */
export function addCard(visit: Visit): LocalResponse {
  checkOffered(visit);
  const { base, customer, engine } = visit;
  const form = readCardForm(visit.request.body);
  const checked = checkCardForm(form, { now: engine.now, takesCard: true, takesEmail: false });
  if (!checked.ok || !checked.card) {
    const problems = checked.ok ? {} : checked.problems;
    const alert = problems.number?.includes("declined") ? problems.number : null;
    return newCardPage(visit, { form, problems, alert });
  }
  const method = createCardMethod(engine, {
    ...checked.card,
    billing: { name: form.name, email: customer.email },
  });
  const intent = createSetupIntent(engine, { customer: customer.id });
  const asDefault = becomesDefault(visit) || formOf(visit).has("default");
  const finish = `${engine.pageUrl(base)}/cards/${intent.id}/finish${asDefault ? "?default=1" : ""}`;
  const outcome = attemptSetup(engine, { intent, method }, finish);
  if (outcome.decline) return newCardPage(visit, { form, problems: {}, alert: outcome.decline.message });
  if (outcome.intent.status === "requires_action") return redirect(`/authenticate/${intent.id}`);
  return keepCard(visit, { method: method.id, asDefault });
}

export function finishCard(visit: Visit, id: string): LocalResponse {
  const intent = visit.engine.require("setup_intent", id);
  if (intent.status !== "succeeded") return redirect(`${visit.base}/cards/new?retry=1`);
  const method = ownMethod(visit, idOf(intent.payment_method) ?? "");
  return keepCard(visit, { method: method.id, asDefault: queryOf(visit).has("default") });
}

export function defaultCard(visit: Visit, id: string): LocalResponse {
  checkOffered(visit);
  makeDefault(visit.engine, visit.customer, ownMethod(visit, id).id);
  return afterChange(visit, "card");
}

export function removeCard(visit: Visit, id: string): LocalResponse {
  checkOffered(visit);
  removeMethod(visit.engine, visit.customer, ownMethod(visit, id).id);
  return afterChange(visit, "card");
}

function keepCard(
  visit: Visit,
  { method, asDefault }: { method: string; asDefault: boolean },
): LocalResponse {
  if (asDefault) makeDefault(visit.engine, visit.customer, method);
  return afterChange(visit, "card");
}

/** A session that is for this alone makes the new card the default: https://docs.stripe.com/customer-management/portal-deep-links */
const becomesDefault = ({ flow }: Visit): boolean => flow?.type === "payment_method_update";

function checkOffered({ features }: Visit): void {
  if (!features.payment_method_update.enabled) {
    throw invalidRequest("Changing payment methods is not offered here.");
  }
}

function newCardPage(visit: Visit, { form, problems, alert }: Entered): LocalResponse {
  return portalPage({
    visit,
    title: "Add payment method",
    alert,
    children: (
      <form method="post" data-checkout noValidate>
        <CardFields form={form} problems={problems} />
        {becomesDefault(visit) ? null : (
          <label className="option">
            <input type="checkbox" name="default" value="1" defaultChecked /> Use as default
          </label>
        )}
        <div className="choices">
          <button className="button" type="submit">
            Save
          </button>
          <GoBack visit={visit} />
        </div>
      </form>
    ),
  });
}

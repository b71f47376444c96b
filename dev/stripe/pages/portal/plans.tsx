import { idOf } from "../../engine/field-values";
import {
  canChangePlan,
  changePlan,
  offeredPlans,
  type PlanChoice,
  previewPlan,
} from "../../engine/portal/portal-plans";
import { type LocalResponse, redirect } from "../../server/messages";
import { invalidRequest } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { formatDay, formatMoney } from "../money";
import { periodEnd, planName, planPrice } from "./describe";
import { afterChange } from "./flow";
import { GoBack, portalPage } from "./layout";
import { formOf, ownSubscription, queryOf, type Visit } from "./visit";

export function showPlans(visit: Visit, id: string): LocalResponse {
  const subscription = changeable(visit, id);
  const current = subscription.items.data[0]?.price;
  const plans = offeredPlans(visit.engine, subscription, visit.features.subscription_update);
  return portalPage({
    visit,
    title: "Update your plan",
    children: (
      <form method="get" action={`${visit.base}/subscriptions/${id}/confirm`}>
        <fieldset>
          <legend>Choose a plan</legend>
          {plans.map((price) => (
            <label key={price.id} className="option">
              <input
                type="radio"
                name="price"
                value={price.id}
                required
                disabled={price.id === current?.id}
              />{" "}
              {planName(visit.engine, price)}, {planPrice(price)}
              {price.id === current?.id ? <span className="tag">Current plan</span> : null}
            </label>
          ))}
        </fieldset>
        <div className="choices">
          <button className="button" type="submit">
            Continue
          </button>
          <GoBack visit={visit} />
        </div>
      </form>
    ),
  });
}

export function showPlanPreview(visit: Visit, id: string): LocalResponse {
  const choice = chosenPlan(visit, id, queryOf(visit).get("price"));
  const { invoice, when } = previewPlan(visit.engine, choice);
  const { subscription, price } = choice;
  const amount = formatMoney(invoice.amount_due, invoice.currency);
  const date = formatDay(periodEnd(subscription));
  return portalPage({
    visit,
    title: "Confirm your new plan",
    children: (
      <form method="post">
        <p>
          {planName(visit.engine, price)}, {planPrice(price, subscription.items.data[0]?.quantity ?? 1)}
          {when === "at_period_end" ? `, from ${date}` : ""}
        </p>
        <ul className="rows bill">
          {invoice.lines.data.map((line) => (
            <li key={line.id}>
              <span>{line.description}</span>
              <span>{formatMoney(line.amount, line.currency)}</span>
            </li>
          ))}
          <li>
            <strong>{when === "now" ? "Amount due today" : `Amount due on ${date}`}</strong>
            <strong>{amount}</strong>
          </li>
        </ul>
        <input type="hidden" name="price" value={price.id} />
        <div className="choices">
          <button className="button" type="submit">
            Confirm
          </button>
          <GoBack visit={visit} />
        </div>
      </form>
    ),
  });
}

export function confirmPlan(visit: Visit, id: string): LocalResponse {
  changePlan(visit.engine, chosenPlan(visit, id, formOf(visit).get("price")));
  return unpaidInvoice(visit, id) ?? afterChange(visit, "plan");
}

/** What the change costs could not be charged: the customer pays it where a declined card or 3-D Secure is handled. */
function unpaidInvoice({ engine }: Visit, id: string): LocalResponse | null {
  const { latest_invoice: latest } = engine.require("subscription", id);
  const invoice = engine.store.objects.find("invoice", idOf(latest) ?? "");
  return invoice?.status === "open" && invoice.hosted_invoice_url
    ? redirect(invoice.hosted_invoice_url)
    : null;
}

function changeable(visit: Visit, id: string): WireSubscription {
  const subscription = ownSubscription(visit, id);
  if (canChangePlan(subscription, visit.features.subscription_update)) return subscription;
  throw invalidRequest("The plan of this subscription cannot be changed here.");
}

function chosenPlan(visit: Visit, id: string, priceId: string | null): PlanChoice {
  const subscription = changeable(visit, id);
  const rules = visit.features.subscription_update;
  const price = offeredPlans(visit.engine, subscription, rules).find((offered) => offered.id === priceId);
  if (!price || price.id === subscription.items.data[0]?.price.id) {
    throw invalidRequest("Choose a plan that is offered here and is not your own.");
  }
  return { subscription, price, rules };
}

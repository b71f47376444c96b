import { cancelInPortal, keepInPortal } from "../../engine/portal/portal-changes";
import { type LocalResponse } from "../../server/messages";
import { formatDay } from "../money";
import { invalidRequest } from "../../server/stripe-error";
import { periodEnd, planName } from "./describe";
import { afterChange } from "./flow";
import { GoBack, portalPage } from "./layout";
import { formOf, ownSubscription, type Visit } from "./visit";

const REASONS: Record<string, string> = {
  customer_service: "Customer service was less than expected",
  low_quality: "Quality was less than expected",
  missing_features: "Some features are missing",
  other: "Other reason",
  switched_service: "I found an alternative",
  too_complex: "It is too complex",
  too_expensive: "It is too expensive",
  unused: "I no longer need it",
};

export function showCancellation(visit: Visit, id: string): LocalResponse {
  const subscription = cancellable(visit, id);
  const rules = visit.features.subscription_cancel;
  const name = subscription.items.data.map(({ price }) => planName(visit.engine, price)).join(" and ");
  const end = formatDay(periodEnd(subscription));
  return portalPage({
    visit,
    title: "Cancel your subscription",
    children: (
      <form method="post">
        <p>
          {rules.mode === "at_period_end"
            ? `${name} stays yours until ${end} and is not renewed after that.`
            : `${name} ends as soon as you confirm.`}
        </p>
        {rules.cancellation_reason.enabled ? <Reasons options={rules.cancellation_reason.options} /> : null}
        <div className="choices">
          <button className="button" type="submit">
            Cancel subscription
          </button>
          <GoBack visit={visit} />
        </div>
      </form>
    ),
  });
}

export function submitCancellation(visit: Visit, id: string): LocalResponse {
  const subscription = cancellable(visit, id);
  const rules = visit.features.subscription_cancel;
  const given = formOf(visit).get("feedback");
  const feedback = given && rules.cancellation_reason.options.includes(given) ? given : null;
  cancelInPortal(visit.engine, subscription, { rules, feedback });
  return afterChange(visit, "canceled");
}

export function takeBack(visit: Visit, id: string): LocalResponse {
  const subscription = ownSubscription(visit, id);
  if (!visit.features.subscription_cancel.enabled) throw invalidRequest("Cancelling is not offered here.");
  keepInPortal(visit.engine, subscription);
  return afterChange(visit, "kept");
}

function cancellable(visit: Visit, id: string) {
  if (!visit.features.subscription_cancel.enabled) throw invalidRequest("Cancelling is not offered here.");
  const subscription = ownSubscription(visit, id);
  if (subscription.cancel_at) throw invalidRequest("This subscription is being canceled already.");
  return subscription;
}

function Reasons({ options }: { options: string[] }) {
  return (
    <fieldset>
      <legend>Why do you cancel?</legend>
      {options.map((option) => (
        <label key={option} className="option">
          <input type="radio" name="feedback" value={option} /> {REASONS[option] ?? option}
        </label>
      ))}
    </fieldset>
  );
}

import { canChangePlan } from "../../engine/portal/portal-plans";
import { runningSubscriptions } from "../../engine/portal/portal-changes";
import { type LocalResponse } from "../../server/messages";
import { type WireSubscription } from "../../store/object-types";
import { BillingDetails } from "./billing";
import { CardList } from "./card-list";
import { outlook, planName, planPrice } from "./describe";
import { InvoiceHistory } from "./invoice-history";
import { portalPage } from "./layout";
import { queryOf, type Visit } from "./visit";

const DONE: Record<string, string> = {
  billing: "Your billing details were saved.",
  canceled: "Your subscription was canceled.",
  card: "Your payment methods were changed.",
  kept: "Your subscription goes on.",
  plan: "Your plan was changed.",
};

export function showHome(visit: Visit): LocalResponse {
  const { features } = visit;
  const done = DONE[queryOf(visit).get("done") ?? ""];
  return portalPage({
    visit,
    title: "Your billing",
    children: (
      <>
        {done ? (
          <p className="notice" role="status">
            {done}
          </p>
        ) : null}
        <Subscriptions visit={visit} />
        <CardList visit={visit} />
        <BillingDetails visit={visit} />
        {features.invoice_history.enabled ? <InvoiceHistory visit={visit} /> : null}
      </>
    ),
  });
}

function Subscriptions({ visit }: { visit: Visit }) {
  const subscriptions = runningSubscriptions(visit.engine, visit.customer.id);
  return (
    <section aria-labelledby="subscriptions">
      <h2 id="subscriptions">Subscriptions</h2>
      {subscriptions.length === 0 ? <p className="muted">You have no subscription.</p> : null}
      {subscriptions.map((subscription) => (
        <Subscription key={subscription.id} visit={visit} subscription={subscription} />
      ))}
    </section>
  );
}

function Subscription({ visit, subscription }: { visit: Visit; subscription: WireSubscription }) {
  const { engine, features, base } = visit;
  const at = `${base}/subscriptions/${subscription.id}`;
  const name = subscription.items.data.map(({ price }) => planName(engine, price)).join(" and ");
  const ends = subscription.cancel_at !== null && subscription.schedule === null;
  return (
    <article className="entry" aria-label={name}>
      <div>
        <strong>{name}</strong>
        {subscription.items.data.map((item) => (
          <p key={item.id}>{planPrice(item.price, item.quantity ?? 1)}</p>
        ))}
        <p className="muted">{outlook(subscription)}</p>
      </div>
      <div className="choices">
        {canChangePlan(subscription, features.subscription_update) ? (
          <a className="button quiet" href={`${at}/update`}>
            Update plan
          </a>
        ) : null}
        {features.subscription_cancel.enabled && ends ? (
          <form method="post" action={`${at}/keep`}>
            <button className="button" type="submit">
              Don&apos;t cancel subscription
            </button>
          </form>
        ) : null}
        {features.subscription_cancel.enabled && !subscription.cancel_at ? (
          <a className="button quiet" href={`${at}/cancel`}>
            Cancel subscription
          </a>
        ) : null}
      </div>
    </article>
  );
}

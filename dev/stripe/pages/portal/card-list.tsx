import type Stripe from "stripe";
import { idOf } from "../../engine/field-values";
import { canRemove } from "../../engine/portal/portal-changes";
import { cardName } from "./describe";
import { type Visit } from "./visit";

export function CardList({ visit }: { visit: Visit }) {
  const { base, customer, engine, features } = visit;
  const { data } = engine.store.objects.list("payment_method", {
    where: { customer: customer.id },
    limit: 100,
  });
  return (
    <section aria-labelledby="cards">
      <h2 id="cards">Payment methods</h2>
      {data.length === 0 ? <p className="muted">You have saved no card.</p> : null}
      {data.map((method) => (
        <Card key={method.id} visit={visit} method={method} />
      ))}
      {features.payment_method_update.enabled ? (
        <p>
          <a className="button quiet" href={`${base}/cards/new`}>
            Add payment method
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Card({ visit, method }: { visit: Visit; method: Stripe.PaymentMethod }) {
  const { base, customer, engine, features } = visit;
  const isDefault = idOf(customer.invoice_settings.default_payment_method) === method.id;
  const name = cardName(method);
  const { exp_month: month = 0, exp_year: year = 0 } = method.card ?? {};
  const mayChange = features.payment_method_update.enabled;
  return (
    <article className="entry" aria-label={name}>
      <div>
        <strong>{name}</strong> {isDefault ? <span className="tag">Default</span> : null}
        <p className="muted">
          Expires {String(month).padStart(2, "0")}/{year}
        </p>
      </div>
      <div className="choices">
        {mayChange && !isDefault ? (
          <Choice action={`${base}/cards/${method.id}/default`} label="Make default" about={name} />
        ) : null}
        {mayChange && canRemove(engine, customer, method.id) ? (
          <Choice action={`${base}/cards/${method.id}/remove`} label="Remove" about={name} />
        ) : null}
      </div>
    </article>
  );
}

function Choice({ action, label, about }: { action: string; label: string; about: string }) {
  return (
    <form method="post" action={action}>
      <button className="button quiet" type="submit" aria-label={`${label}: ${about}`}>
        {label}
      </button>
    </form>
  );
}

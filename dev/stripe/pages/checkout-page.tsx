import { type WireLineItem } from "../store/object-types";
import { Banner } from "./banner";
import { type CheckoutView } from "./checkout-view";
import { formatDate, formatMoney } from "./money";
import { PaymentForm } from "./payment-form";
import { Discount, PromotionCode } from "./promotion-code";
import { renewalOf, rhythmOf } from "./recurring-words";

export function CheckoutPage(view: CheckoutView) {
  const { session } = view;
  const total = formatMoney(session.amount_total ?? 0, session.currency ?? "usd");
  return (
    <>
      <Banner />
      <main className="checkout">
        <section className="summary" aria-label="Order summary">
          <div>
            {session.cancel_url ? (
              <a className="back" href={session.cancel_url}>
                <span aria-hidden="true">←</span> Back
              </a>
            ) : null}
            {session.mode === "setup" ? <NothingDue /> : <Order view={view} total={total} />}
          </div>
        </section>
        <section className="payment" aria-label="Payment">
          <div>
            <PaymentForm {...view} total={total} />
          </div>
        </section>
      </main>
    </>
  );
}

function NothingDue() {
  return (
    <>
      <h1>Save a card</h1>
      <p>You pay nothing now. The card is kept for later payments.</p>
    </>
  );
}

function Order({ view, total }: { view: CheckoutView; total: string }) {
  const { items } = view;
  return (
    <>
      <h1>{items.length === 1 ? (items[0]?.description ?? "Your order") : "Your order"}</h1>
      <p className="total">{total}</p>
      {view.session.mode === "subscription" ? <Renewal view={view} /> : null}
      <ul className="lines">
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
        <Discount session={view.session} />
        <li>
          <span className="sum">
            {view.session.mode === "subscription" ? "Total due today" : "Total due"}
          </span>
          <span className="sum">{total}</span>
        </li>
      </ul>
      <PromotionCode session={view.session} refused={view.refusedCode ?? null} />
    </>
  );
}

function Renewal({ view: { items, trialEndsAt } }: { view: CheckoutView }) {
  const then = trialEndsAt === null ? "Then" : `Free until ${formatDate(trialEndsAt)}, then`;
  return (
    <p className="muted">
      {then} {renewalOf(items)}.
    </p>
  );
}

function Line({ item }: { item: WireLineItem }) {
  const unit = formatMoney(item.price?.unit_amount ?? 0, item.currency);
  const quantity = item.quantity ?? 1;
  const rhythm = rhythmOf(item.price);
  return (
    <li>
      <span className="name">
        {item.description}
        <small>
          {quantity === 1 ? "Quantity 1" : `Quantity ${quantity}, ${unit} each`}
          {rhythm === null ? "" : `, billed ${rhythm}`}
        </small>
      </span>
      <span>{formatMoney(item.amount_subtotal, item.currency)}</span>
    </li>
  );
}

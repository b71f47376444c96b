import { type WireLineItem } from "../store/object-types";
import { Banner } from "./banner";
import { type CheckoutView } from "./checkout-view";
import { formatMoney } from "./money";
import { PaymentForm } from "./payment-form";

export function CheckoutPage(view: CheckoutView) {
  const { session, items } = view;
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
            {session.mode === "setup" ? <NothingDue /> : <Order items={items} total={total} />}
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

function Order({ items, total }: { items: WireLineItem[]; total: string }) {
  return (
    <>
      <h1>{items.length === 1 ? (items[0]?.description ?? "Your order") : "Your order"}</h1>
      <p className="total">{total}</p>
      <ul className="lines">
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
        <li>
          <span className="sum">Total due</span>
          <span className="sum">{total}</span>
        </li>
      </ul>
    </>
  );
}

function Line({ item }: { item: WireLineItem }) {
  const unit = formatMoney(item.price?.unit_amount ?? 0, item.currency);
  const quantity = item.quantity ?? 1;
  return (
    <li>
      <span className="name">
        {item.description}
        <small>{quantity === 1 ? "Quantity 1" : `Quantity ${quantity}, ${unit} each`}</small>
      </span>
      <span>{formatMoney(item.amount_total, item.currency)}</span>
    </li>
  );
}

import { type CardForm } from "./card-form";
import { CardFields } from "./card-fields";
import { type CheckoutView, takesCard } from "./checkout-view";
import { Field } from "./field";
import { renewalOf } from "./recurring-words";

const CARDS: [number: string, effect: string][] = [
  ["4242 4242 4242 4242", "pays"],
  ["4000 0000 0000 0002", "is declined"],
  ["4000 0000 0000 9995", "has insufficient funds"],
  ["4000 0000 0000 0069", "has expired"],
  ["4000 0000 0000 0127", "has a wrong security code"],
  ["4000 0000 0000 3220", "asks for 3-D Secure"],
];

const VERBS: Record<string, string> = { book: "Book", donate: "Donate" };

export function PaymentForm({
  session,
  items,
  form,
  problems,
  alert,
  emailIsFixed,
  total,
}: CheckoutView & { total: string }) {
  const withCard = takesCard(session);
  const field = (name: keyof CardForm) => ({ name, value: form[name], problem: problems[name] });
  return (
    <form method="post" data-checkout noValidate>
      <h2>{headingOf(session)}</h2>
      {alert ? (
        <p className="alert" role="alert">
          {alert}
        </p>
      ) : null}
      <Field {...field("email")} label="Email" type="email" autoComplete="email" readOnly={emailIsFixed} />
      {withCard ? <CardFields form={form} problems={problems} /> : null}
      <button className="button wide" type="submit">
        {buttonOf(session, total)}
      </button>
      {session.mode === "subscription" ? (
        <p className="terms">By subscribing you agree to be charged {renewalOf(items)} until you cancel.</p>
      ) : null}
      {withCard ? <TestCards /> : null}
    </form>
  );
}

function headingOf({ mode, amount_total }: CheckoutView["session"]): string {
  if (mode === "setup") return "Save your card";
  if (mode === "subscription") return "Subscribe";
  return amount_total === 0 ? "Confirm your order" : "Pay with card";
}

function buttonOf({ mode, amount_total, submit_type }: CheckoutView["session"], total: string): string {
  if (mode === "setup") return "Save";
  if (mode === "subscription") return "Subscribe";
  return amount_total === 0 ? "Complete order" : `${VERBS[submit_type ?? ""] ?? "Pay"} ${total}`;
}

function TestCards() {
  return (
    <details>
      <summary>Test cards</summary>
      <dl className="cards">
        {CARDS.map(([number, effect]) => (
          <CardHint key={number} number={number} effect={effect} />
        ))}
      </dl>
      <p>Any future date, any security code of the right length.</p>
    </details>
  );
}

function CardHint({ number, effect }: { number: string; effect: string }) {
  return (
    <>
      <dt>{number}</dt>
      <dd>{effect}</dd>
    </>
  );
}

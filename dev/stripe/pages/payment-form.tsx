import { type CardForm } from "./card-form";
import { type CheckoutView } from "./checkout-view";
import { Field } from "./field";

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
  form,
  problems,
  alert,
  emailIsFixed,
  total,
}: CheckoutView & { total: string }) {
  const isFree = session.amount_total === 0;
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
      {isFree ? null : (
        <>
          <Field
            {...field("number")}
            label="Card number"
            inputMode="numeric"
            autoComplete="cc-number"
            placeholder="1234 1234 1234 1234"
          />
          <div className="pair">
            <Field
              {...field("expiry")}
              label="Expiration"
              inputMode="numeric"
              autoComplete="cc-exp"
              placeholder="MM / YY"
            />
            <Field
              {...field("cvc")}
              label="CVC"
              inputMode="numeric"
              autoComplete="cc-csc"
              placeholder="CVC"
            />
          </div>
          <Field {...field("name")} label="Name on card" autoComplete="cc-name" />
        </>
      )}
      <button className="button wide" type="submit">
        {buttonOf(session, total)}
      </button>
      {isFree ? null : <TestCards />}
    </form>
  );
}

function headingOf({ mode, amount_total }: CheckoutView["session"]): string {
  if (mode === "setup") return "Save your card";
  return amount_total === 0 ? "Confirm your order" : "Pay with card";
}

function buttonOf({ mode, amount_total, submit_type }: CheckoutView["session"], total: string): string {
  if (mode === "setup") return "Save";
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

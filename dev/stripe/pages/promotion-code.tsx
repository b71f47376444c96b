import type Stripe from "stripe";
import { type RefusedCode } from "./checkout-view";
import { Field } from "./field";
import { formatMoney } from "./money";

interface Props {
  session: Stripe.Checkout.Session;
  refused: RefusedCode | null;
}

/** Where a buyer may use a code: a field and `Apply`, or the code in use and `Remove`. */
export function PromotionCode({ session, refused }: Props) {
  if (!session.allow_promotion_codes) return null;
  const action = `/c/pay/${session.id}/promotion`;
  if (session.discounts?.length) {
    return (
      <form className="promotion" method="post" action={action}>
        <button className="button quiet" type="submit" name="remove" value="true">
          Remove promotion code
        </button>
      </form>
    );
  }
  return (
    <form className="promotion" method="post" action={action} noValidate>
      <Field
        name="promotion_code"
        label="Promotion code"
        value={refused?.typed ?? ""}
        problem={refused?.problem}
        autoComplete="off"
      />
      <button className="button quiet" type="submit">
        Apply
      </button>
    </form>
  );
}

/** What a discount takes off the order. */
export function Discount({ session }: Pick<Props, "session">) {
  const amount = session.total_details?.amount_discount ?? 0;
  if (amount === 0) return null;
  return (
    <li>
      <span className="name">Discount</span>
      <span>−{formatMoney(amount, session.currency ?? "usd")}</span>
    </li>
  );
}

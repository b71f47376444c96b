import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function FraudWarning(props: EmailProps["fraud-warning"]) {
  const { purchase, amount, memberEmail, warnedAt, reason, actionable, paymentUrl } = props;
  return (
    <EmailFrame
      title={`A payment of ${amount} may be fraud`}
      preview={`A bank warned of a payment by ${memberEmail}.`}
      reason="You get this because you are an admin."
    >
      <Paragraph>
        The card’s bank believes that {amount} for {purchase} was not paid by the card’s owner. Nothing was
        done yet.{" "}
        {actionable
          ? "A refund now, if you agree with the bank, may prevent a dispute and its fee."
          : "It was refunded or disputed already: there is nothing to do."}
      </Paragraph>
      <Facts
        rows={[
          { label: "Member", value: memberEmail },
          { label: "Purchase", value: purchase },
          { label: "Amount", value: amount },
          { label: "Kind", value: reason },
          { label: "Warned", value: warnedAt },
        ]}
      />
      <Action href={paymentUrl} label="Look at the payment" />
    </EmailFrame>
  );
}

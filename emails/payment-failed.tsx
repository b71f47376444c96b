import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function PaymentFailed(props: EmailProps["payment-failed"]) {
  const { planName, amount, card, failedAt, reason, nextAttemptAt, updateUrl } = props;
  return (
    <EmailFrame
      title={`The payment for ${planName} did not succeed`}
      preview={`${amount} could not be charged. Nothing is lost yet.`}
      reason="You get this because a payment for your plan was refused. Messages about money cannot be turned off."
    >
      <Paragraph>
        {amount} for {planName} could not be charged. {reason} The credits that you have stay until they
        expire; new ones come as soon as the payment succeeds.
      </Paragraph>
      <Paragraph>
        {nextAttemptAt
          ? `We try again on ${nextAttemptAt}. With another card it can be paid at once.`
          : "It is not tried again by itself. With another card it can be paid at once."}
      </Paragraph>
      <Facts
        rows={[
          { label: "Amount", value: amount },
          { label: "Card", value: card },
          { label: "Refused", value: failedAt },
          { label: "Next try", value: nextAttemptAt },
        ]}
      />
      <Action href={updateUrl} label="Update payment method" />
    </EmailFrame>
  );
}

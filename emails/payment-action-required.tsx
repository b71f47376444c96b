import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function PaymentActionRequired(props: EmailProps["payment-action-required"]) {
  const { planName, amount, card, confirmUrl } = props;
  return (
    <EmailFrame
      title="Your bank wants you to confirm a payment"
      preview={`${amount} for ${planName} waits for you.`}
      reason="You get this because your bank asks for your confirmation. The link leads to a page of our payment provider, Stripe."
    >
      <Paragraph>
        Your bank pays {amount} for {planName} once you have confirmed that it is you. Until then nothing is
        charged, and the plan brings no new credits.
      </Paragraph>
      <Facts
        rows={[
          { label: "Plan", value: planName },
          { label: "Amount", value: amount },
          { label: "Card", value: card },
        ]}
      />
      <Action href={confirmUrl} label="Confirm the payment" />
    </EmailFrame>
  );
}

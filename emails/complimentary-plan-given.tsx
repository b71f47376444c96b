import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function ComplimentaryPlanGiven({
  planName,
  credits,
  endsAt,
  billingUrl,
}: EmailProps["complimentary-plan-given"]) {
  return (
    <EmailFrame
      title={`You have ${planName}, on us`}
      preview={`Until ${endsAt}, without a payment.`}
      reason="You get this because our support gave you a plan. It cannot be turned off."
    >
      <Paragraph>Our support gave you a plan. It costs nothing and ends by itself.</Paragraph>
      <Facts
        rows={[
          { label: "Plan", value: planName },
          { label: "Credits a month", value: credits },
          { label: "Until", value: endsAt },
        ]}
      />
      <Action href={billingUrl} label="See your plan" />
    </EmailFrame>
  );
}

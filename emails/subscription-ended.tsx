import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function SubscriptionEnded(props: EmailProps["subscription-ended"]) {
  const { planName, endedAt, unpaid, plansUrl } = props;
  return (
    <EmailFrame
      title={`${planName} has ended`}
      preview={`It ended on ${endedAt}. Your account stays open.`}
      reason="You get this because the plan on your account ended. Nothing more is charged."
    >
      <Paragraph>
        {unpaid
          ? `${planName} ended on ${endedAt}, because its payment did not succeed and all tries were used up.`
          : `${planName} ended on ${endedAt}, as you had asked.`}{" "}
        Nothing more is charged.
      </Paragraph>
      <Paragraph>
        Your account stays open. Credits that you bought separately are still there and never expire.
      </Paragraph>
      <Action href={plansUrl} label="Choose a plan" />
    </EmailFrame>
  );
}

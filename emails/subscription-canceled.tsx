import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function SubscriptionCanceled({ planName, endsAt, planUrl }: EmailProps["subscription-canceled"]) {
  return (
    <EmailFrame
      title={`${planName} is canceled`}
      preview={`You keep it until ${endsAt}. Nothing more is charged.`}
      reason="You get this because the plan on your account was canceled, by you or by our support when you asked for it. If neither is so, resume it and change your password."
    >
      <Paragraph>
        You keep {planName} and its credits until {endsAt}. Nothing more is charged. Credits that you bought
        separately are not touched and never expire.
      </Paragraph>
      <Paragraph>Changed your mind? Until then you can resume the plan with one click.</Paragraph>
      <Action href={planUrl} label="Resume the plan" />
    </EmailFrame>
  );
}

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function SubscriptionResumed(props: EmailProps["subscription-resumed"]) {
  const { planName, price, renewsAt, planUrl } = props;
  return (
    <EmailFrame
      title={`${planName} goes on`}
      preview={`It renews on ${renewsAt} for ${price}.`}
      reason="You get this because a canceled plan was resumed on your account. Messages about money cannot be turned off."
    >
      <Paragraph>
        The cancellation was taken back. {planName} goes on as before and renews on {renewsAt} for {price}.
      </Paragraph>
      <Action href={planUrl} label="See your plan" />
    </EmailFrame>
  );
}

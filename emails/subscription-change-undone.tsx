import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function SubscriptionChangeUndone(props: EmailProps["subscription-change-undone"]) {
  const { planName, droppedPlan, price, renewsAt, planUrl } = props;
  return (
    <EmailFrame
      title={`You stay on ${planName}`}
      preview={`The change to ${droppedPlan} was taken back.`}
      reason="You get this because a planned change was taken back on your account. Messages about money cannot be turned off."
    >
      <Paragraph>
        The change to {droppedPlan} will not happen. {planName} goes on as it is and renews on {renewsAt} for{" "}
        {price}.
      </Paragraph>
      <Action href={planUrl} label="See your plan" />
    </EmailFrame>
  );
}

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function ComplimentaryPlanEnded({ planName, plansUrl }: EmailProps["complimentary-plan-ended"]) {
  return (
    <EmailFrame
      title={`Your ${planName} plan on us has ended`}
      preview="Credits that you have already stay until they expire."
      reason="You get this because the plan that our support gave you has ended. It cannot be turned off."
    >
      <Paragraph>
        The {planName} plan that our support gave you has ended. Nothing was charged, and nothing will be.
        Credits that you have already stay until they expire.
      </Paragraph>
      <Action href={plansUrl} label="See the plans" />
    </EmailFrame>
  );
}

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function TrialExtended({ planName, trialEndsAt, price, planUrl }: EmailProps["trial-extended"]) {
  return (
    <EmailFrame
      title={`Your trial of ${planName} lasts longer`}
      preview={`Until ${trialEndsAt}. You pay nothing before.`}
      reason="You get this because your trial was extended. Messages about money cannot be turned off."
    >
      <Paragraph>
        Your trial now ends on {trialEndsAt}, and nothing is charged before. After that {planName} costs{" "}
        {price}; to pay nothing, cancel before. The credits of the trial stay as they are.
      </Paragraph>
      <Facts
        rows={[
          { label: "Plan", value: planName },
          { label: "Trial ends", value: trialEndsAt },
          { label: "Price then", value: price },
        ]}
      />
      <Action href={planUrl} label="See your plan" />
    </EmailFrame>
  );
}

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function TrialEnding(props: EmailProps["trial-ending"]) {
  const { planName, trialEndsAt, price, card, credits, planUrl } = props;
  return (
    <EmailFrame
      title={`Your trial of ${planName} ends soon`}
      preview={`On ${trialEndsAt}. After that it costs ${price}.`}
      reason="You get this once, before a trial ends. Messages about money cannot be turned off."
    >
      <Paragraph>
        Your trial ends on {trialEndsAt}. To keep {planName} there is nothing to do: it then costs {price} and
        brings {credits} credits every month. To pay nothing, cancel before.
      </Paragraph>
      <Facts
        rows={[
          { label: "Plan", value: planName },
          { label: "Trial ends", value: trialEndsAt },
          { label: "Price then", value: price },
          { label: "Card", value: card ?? "None yet" },
        ]}
      />
      <Action href={planUrl} label="See your plan" />
    </EmailFrame>
  );
}

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function SubscriptionChangePlanned(props: EmailProps["subscription-change-planned"]) {
  const { fromPlan, toPlan, startsAt, price, credits, planUrl } = props;
  return (
    <EmailFrame
      title={`Your plan changes to ${toPlan}`}
      preview={`On ${startsAt}. Until then you keep ${fromPlan}.`}
      reason="You get this because a change of plan was chosen on your account. Messages about money cannot be turned off."
    >
      <Paragraph>
        You keep {fromPlan} and all its credits until {startsAt}. Nothing is charged before then, and you can
        take the change back until that moment.
      </Paragraph>
      <Facts
        rows={[
          { label: "Plan now", value: fromPlan },
          { label: "Plan from then on", value: toPlan },
          { label: "Changes", value: startsAt },
          { label: "New price", value: price },
          { label: "Credits", value: `${credits} a month` },
        ]}
      />
      <Action href={planUrl} label="See your plan" />
    </EmailFrame>
  );
}

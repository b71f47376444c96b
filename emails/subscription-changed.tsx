import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function SubscriptionChanged(props: EmailProps["subscription-changed"]) {
  const { fromPlan, toPlan, price, amount, card, credits, renewsAt, number, planUrl } = props;
  return (
    <EmailFrame
      title={`You are on ${toPlan} now`}
      preview={`You paid ${amount} for the rest of this period, and ${credits} credits were added.`}
      reason="You get this because the plan on your account was changed. Messages about money cannot be turned off."
    >
      <Paragraph>
        The change from {fromPlan} to {toPlan} took effect at once. You paid the difference for the rest of
        this period, and its credits are on your account. What was left of your old plan’s credits stays until
        the period ends.
      </Paragraph>
      <Facts
        rows={[
          { label: "Plan", value: `${fromPlan} → ${toPlan}` },
          { label: "Paid now", value: amount },
          { label: "Card", value: card },
          { label: "Credits added", value: credits },
          { label: "Price from now on", value: price },
          { label: "Renews", value: renewsAt },
          { label: "Invoice", value: number && `${number}, attached` },
        ]}
      />
      <Action href={planUrl} label="See your plan" />
    </EmailFrame>
  );
}

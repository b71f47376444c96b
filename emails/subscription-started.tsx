import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function SubscriptionStarted(props: EmailProps["subscription-started"]) {
  const { planName, price, amount, card, credits, renewsAt, trialEndsAt, number, planUrl } = props;
  return (
    <EmailFrame
      title={trialEndsAt ? `Your trial of ${planName} has begun` : `You are on ${planName}`}
      preview={
        trialEndsAt
          ? `Nothing is charged before ${trialEndsAt}.`
          : `${credits} credits a month, ${price}. It renews on ${renewsAt}.`
      }
      reason="You get this because a plan was started on your account. Messages about money cannot be turned off."
    >
      {trialEndsAt ? (
        <Paragraph>
          Your trial runs until {trialEndsAt}. Nothing is charged before then. After it, {planName} costs{" "}
          {price} unless you cancel.
        </Paragraph>
      ) : (
        <Paragraph>
          Thank you. {planName} brings you {credits} credits every month. What is left of them expires when
          the next ones arrive. The plan renews by itself until you cancel, which you can do at any time.
        </Paragraph>
      )}
      <Facts
        rows={[
          { label: "Plan", value: planName },
          { label: "Price", value: price },
          { label: "Credits", value: `${credits} a month` },
          { label: "Paid now", value: amount },
          { label: "Card", value: card },
          { label: trialEndsAt ? "First charge" : "Renews", value: renewsAt },
          { label: "Invoice", value: number && `${number}, attached` },
        ]}
      />
      <Action href={planUrl} label="See your plan" />
    </EmailFrame>
  );
}

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function TopUpRefused(props: EmailProps["top-up-refused"]) {
  const { packName, amount, card, reason, refusedAt, billingUrl } = props;
  return (
    <EmailFrame
      title="Auto top-up is off: your card was refused"
      preview={`${amount} for ${packName} could not be charged. You were not charged.`}
      reason="You get this because auto top-up switched itself off. Messages about money cannot be turned off."
    >
      <Paragraph>
        Your credits ran low, and we tried to buy {packName} for {amount}. {reason} You were not charged, and
        nothing is tried again: auto top-up is off.
      </Paragraph>
      <Paragraph>
        Choose another card, then switch auto top-up on again. You can also buy credits yourself at any time.
      </Paragraph>
      <Facts
        rows={[
          { label: "Amount", value: amount },
          { label: "Card", value: card },
          { label: "Refused", value: refusedAt },
        ]}
      />
      <Action href={billingUrl} label="Choose another card" />
    </EmailFrame>
  );
}

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function TopUpNeedsYou({ packName, amount, card, buyUrl }: EmailProps["top-up-needs-you"]) {
  return (
    <EmailFrame
      title="Your bank wants you to confirm a payment"
      preview={`${packName} for ${amount} could not be bought without you. You were not charged.`}
      reason="You get this because auto top-up switched itself off. Messages about money cannot be turned off."
    >
      <Paragraph>
        Your credits ran low, and we tried to buy {packName} for {amount}. Your bank takes this payment only
        when you confirm it. You were not charged, and auto top-up is off.
      </Paragraph>
      <Paragraph>
        Buy the pack yourself: your bank asks you on the way. A bank that asks each time will refuse the next
        top-up, too; another card may not.
      </Paragraph>
      <Facts
        rows={[
          { label: "Pack", value: packName },
          { label: "Amount", value: amount },
          { label: "Card", value: card },
        ]}
      />
      <Action href={buyUrl} label="Buy it and confirm" />
    </EmailFrame>
  );
}

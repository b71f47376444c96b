import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function TopUpOff({ because, packName, agreed, threshold, settingsUrl }: EmailProps["top-up-off"]) {
  const why = {
    no_card: "there was no saved card to charge",
    price_changed: `${packName} does not cost ${agreed} any more, as you had agreed`,
    not_for_sale: `${packName} is not sold any more`,
  }[because];
  const next = {
    no_card: "Save a card, then switch it on again.",
    price_changed: "Look at the new price; if it suits you, switch it on again.",
    not_for_sale: "Choose another pack and switch it on again.",
  }[because];
  return (
    <EmailFrame
      title="Auto top-up is off"
      preview={`Your credits are low, and nothing was bought: ${why}.`}
      reason="You get this because auto top-up switched itself off. Messages about money cannot be turned off."
    >
      <Paragraph>
        You have fewer than {threshold} credits left. Nothing was bought, because {why}. You were not charged.
      </Paragraph>
      <Paragraph>{next}</Paragraph>
      <Action href={settingsUrl} label="Open auto top-up" />
    </EmailFrame>
  );
}

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function TopUpOff({ threshold, why, next, settingsUrl }: EmailProps["top-up-off"]) {
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

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function TopUpCapped(props: EmailProps["top-up-capped"]) {
  const { packName, cap, threshold, resumesAt, settingsUrl } = props;
  return (
    <EmailFrame
      title="Auto top-up has reached your monthly cap"
      preview={`Your credits are low. Nothing more is bought by itself before ${resumesAt}.`}
      reason="You get this once a month at most, when your cap is reached. Messages about money cannot be turned off."
    >
      <Paragraph>
        You have fewer than {threshold} credits left. One more pack would pass the {cap} that you allow in a
        month, so nothing was bought. You were not charged.
      </Paragraph>
      <Paragraph>
        Auto top-up goes on by itself on {resumesAt}. To go on before, raise the cap or buy credits yourself.
      </Paragraph>
      <Facts
        rows={[
          { label: "Pack", value: packName },
          { label: "Monthly cap", value: cap },
          { label: "Goes on", value: resumesAt },
        ]}
      />
      <Action href={settingsUrl} label="Change the cap" />
    </EmailFrame>
  );
}

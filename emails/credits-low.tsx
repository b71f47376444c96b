import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { Switchable } from "./parts/switchable";
import type { EmailProps } from "./types";

export function CreditsLow({
  balance,
  threshold,
  debt,
  buyUrl,
  footer,
}: EmailProps["credits-low"] & Switchable) {
  return (
    <EmailFrame
      title={`You have ${balance} credits left`}
      preview={`Your balance fell below ${threshold} credits.`}
      reason="You get this once each time your balance falls below your limit."
      footer={footer}
    >
      <Paragraph>
        Your balance fell below {threshold} credits. Services go on working while it lasts; what does not fit
        is refused before it starts, and nothing is charged for it.
      </Paragraph>
      {debt ? (
        <Paragraph>
          You owe {debt} credits, because money went back for some that you had spent. The next credits that
          you get pay for them first.
        </Paragraph>
      ) : null}
      <Action href={buyUrl} label="Get more credits" />
    </EmailFrame>
  );
}

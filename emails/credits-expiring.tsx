import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { Switchable } from "./parts/switchable";
import type { EmailProps } from "./types";

export function CreditsExpiring({
  credits,
  expiresAt,
  creditsUrl,
  footer,
}: EmailProps["credits-expiring"] & Switchable) {
  return (
    <EmailFrame
      title={`${credits} credits expire soon`}
      preview={`On ${expiresAt}.`}
      reason="You get this once, before credits expire."
      footer={footer}
    >
      <Paragraph>
        {credits} of your credits expire on {expiresAt}. They are always spent first, before those that never
        expire.
      </Paragraph>
      <Action href={creditsUrl} label="See your credits" />
    </EmailFrame>
  );
}

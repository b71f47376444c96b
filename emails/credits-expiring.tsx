import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { Switchable } from "./parts/switchable";
import type { EmailProps } from "./types";

export function CreditsExpiring(props: EmailProps["credits-expiring"] & Switchable) {
  const { credits, expiresAt, parts, creditsUrl, footer } = props;
  return (
    <EmailFrame
      title={`${credits} credits expire soon`}
      preview={`${parts.length > 1 ? "The first of them on" : "On"} ${expiresAt}.`}
      reason="You get this once for each of your credits, before they expire."
      footer={footer}
    >
      <Paragraph>
        {credits} of your credits expire {parts.length > 1 ? "from" : "on"} {expiresAt}
        {parts.length > 1 ? " on" : ""}. Those that expire first are always spent first, before those that
        never expire.
      </Paragraph>
      {parts.length > 1 ? (
        <Facts rows={parts.map((part) => ({ label: part.expiresAt, value: `${part.credits} credits` }))} />
      ) : null}
      <Action href={creditsUrl} label="See your credits" />
    </EmailFrame>
  );
}

import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import { QuotaFacts } from "./parts/quota-facts";
import type { Switchable } from "./parts/switchable";
import type { EmailProps } from "./types";

export function QuotaNear(props: EmailProps["quota-near"] & Switchable) {
  const { what, percent, used, limit, refused, rhythm, resetsAt, footer } = props;
  return (
    <EmailFrame
      title={`You have used ${percent} of your ${what}`}
      preview={`${used} of ${limit}. Nothing is refused yet.`}
      reason={`You get this once ${rhythm}, at 50%, 80% and 100% of it.`}
      footer={footer}
    >
      <Paragraph>
        Everything works as before. {refused} refused at {limit}
        {resetsAt ? `, until use begins at nothing again on ${resetsAt}` : ""}. Nothing is charged for what is
        refused.
      </Paragraph>
      <QuotaFacts {...props} />
    </EmailFrame>
  );
}

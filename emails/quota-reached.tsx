import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import { QuotaFacts } from "./parts/quota-facts";
import type { Switchable } from "./parts/switchable";
import type { EmailProps } from "./types";

export function QuotaReached(props: EmailProps["quota-reached"] & Switchable) {
  const { what, used, limit, refused, rhythm, resetsAt, footer } = props;
  return (
    <EmailFrame
      title={`You have used all your ${what}`}
      preview={`${used} of ${limit}. ${refused} refused for now.`}
      reason={`You get this once ${rhythm}, at 50%, 80% and 100% of it.`}
      footer={footer}
    >
      <Paragraph>
        {refused} refused
        {resetsAt
          ? ` until use begins at nothing again on ${resetsAt}, or until your limit is higher.`
          : " until you delete something, or until your limit is higher."}{" "}
        What was started goes on, and nothing is charged for what is refused.
      </Paragraph>
      <QuotaFacts {...props} />
    </EmailFrame>
  );
}

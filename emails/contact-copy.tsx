import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import { WrittenText } from "./parts/written-text";
import type { EmailProps } from "./types";

export function ContactCopy({ name, subject, body, sentAt }: EmailProps["contact-copy"]) {
  return (
    <EmailFrame
      title="We got your message"
      preview="A person reads it and answers by email."
      reason="You get this because somebody left this address on our contact page. If that was not you, there is nothing to do."
    >
      <Paragraph>
        Hello {name}, a person reads what you wrote and answers by email. This is your copy.
      </Paragraph>
      <WrittenText>{body}</WrittenText>
      <Facts
        rows={[
          { label: "About", value: subject },
          { label: "Sent", value: sentAt },
        ]}
      />
    </EmailFrame>
  );
}

import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import { WrittenText } from "./parts/written-text";
import type { EmailProps } from "./types";

export function ContactCopy({ written, sentAt }: EmailProps["contact-copy"]) {
  return (
    <EmailFrame
      title="We got your message"
      preview="A person reads it and answers by email."
      reason="You get this because somebody left this address on our contact page. If that was not you, there is nothing to do."
    >
      <Paragraph>
        {written
          ? `Hello ${written.name}, a person reads what you wrote and answers by email. This is your copy.`
          : "A person reads what you wrote and answers by email."}
      </Paragraph>
      {written ? <WrittenText>{written.body}</WrittenText> : null}
      <Facts
        rows={[
          ...(written ? [{ label: "About", value: written.subject }] : []),
          { label: "Sent", value: sentAt },
        ]}
      />
    </EmailFrame>
  );
}

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { WrittenText } from "./parts/written-text";
import type { EmailProps } from "./types";

export function ContactMessage(props: EmailProps["contact-message"]) {
  const { name, email, subject, body, sentAt, messageUrl } = props;
  return (
    <EmailFrame
      title={`${name} wrote to us`}
      preview={subject}
      reason="You get this because you are an admin."
    >
      <WrittenText>{body}</WrittenText>
      <Facts
        rows={[
          { label: "About", value: subject },
          { label: "From", value: name },
          { label: "Address", value: email },
          { label: "Sent", value: sentAt },
        ]}
      />
      <Action href={messageUrl} label="Answer" />
    </EmailFrame>
  );
}

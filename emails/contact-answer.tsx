import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import { WrittenText } from "./parts/written-text";
import type { EmailProps } from "./types";

export function ContactAnswer({ name, subject, body, written, contactUrl }: EmailProps["contact-answer"]) {
  return (
    <EmailFrame
      title={`Our answer: ${subject}`}
      preview={body.slice(0, 100)}
      reason="You get this because you wrote to us."
    >
      <Paragraph>Hello {name},</Paragraph>
      <WrittenText>{body}</WrittenText>
      <Action href={contactUrl} label="Write again" />
      <Paragraph>You wrote:</Paragraph>
      <WrittenText>{written}</WrittenText>
    </EmailFrame>
  );
}

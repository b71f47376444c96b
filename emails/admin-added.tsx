import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function AdminAdded({ newEmail, by, changedAt, auditUrl }: EmailProps["admin-added"]) {
  return (
    <EmailFrame
      title="There is a new admin"
      preview={`${newEmail} sees and changes other people’s accounts now.`}
      reason="Every admin gets this when somebody becomes one. It cannot be turned off."
    >
      <Paragraph>
        {newEmail} is an admin since {changedAt}. It was done by {by}.
      </Paragraph>
      <Paragraph>If you did not expect it, ask them, and take the role back until you know.</Paragraph>
      <Action href={auditUrl} label="See who did what" />
    </EmailFrame>
  );
}

import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function DeletionAsked({ deletesAt, undoUrl }: EmailProps["deletion-asked"]) {
  return (
    <EmailFrame
      title="Your account will be deleted"
      preview={`On ${deletesAt}. Until then you can take it back.`}
      reason="You get this because the deletion of your account was asked for. It cannot be turned off."
    >
      <Paragraph>
        Your account will be deleted on {deletesAt}: your address, your profile and what your services made.
        Credits that are left are lost. Records of payments are kept as the law demands, without your name.
      </Paragraph>
      <Paragraph>Changed your mind, or was it not you? Until then you can sign in and keep it:</Paragraph>
      <Action href={undoUrl} label="Keep my account" />
    </EmailFrame>
  );
}

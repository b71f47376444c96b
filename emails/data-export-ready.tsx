import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function DataExportReady({ size, expiresAt, accountUrl }: EmailProps["data-export-ready"]) {
  return (
    <EmailFrame
      title="Your data is ready to download"
      preview={`A zip of ${size}, until ${expiresAt}.`}
      reason="You get this because an export of your data was asked for in your account. It cannot be turned off."
    >
      <Paragraph>
        All that we keep of you is in one zip of {size}. You can download it from your account until{" "}
        {expiresAt}; then it is deleted.
      </Paragraph>
      <Paragraph>
        Was it not you? Then somebody is signed in as you: change your password and end all sessions.
      </Paragraph>
      <Action href={accountUrl} label="Go to the download" />
    </EmailFrame>
  );
}

import { Link } from "react-email";
import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import { theme } from "./parts/theme";
import type { EmailProps } from "./types";

export function NewDevice({ device, ip, signedInAt, securityUrl, resetUrl }: EmailProps["new-device"]) {
  return (
    <EmailFrame
      title="New sign-in to your account"
      preview={`${device}, ${signedInAt}. If this was not you, act now.`}
      reason="You get this after a sign-in from a browser that we have not seen with you before. It cannot be turned off."
    >
      <Paragraph>Somebody, probably you, signed in from a browser that is new to us.</Paragraph>
      <Facts
        rows={[
          { label: "Device", value: device },
          { label: "IP address", value: ip },
          { label: "When", value: signedInAt },
        ]}
      />
      <Paragraph>
        Was it you? Then there is nothing to do. If not, end that session, and then{" "}
        <Link href={resetUrl} className="mail-link" style={{ color: theme.accent }}>
          set a new password
        </Link>
        .
      </Paragraph>
      <Action href={securityUrl} label="See your sessions" />
    </EmailFrame>
  );
}

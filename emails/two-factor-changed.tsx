import { Link } from "react-email";
import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import { theme } from "./parts/theme";
import type { EmailProps } from "./types";

export function TwoFactorChanged({
  what,
  meaning,
  device,
  ip,
  changedAt,
  securityUrl,
  resetUrl,
}: EmailProps["two-factor-changed"]) {
  return (
    <EmailFrame
      title={what}
      preview={`${device}, ${changedAt}. If this was not you, act now.`}
      reason="You get this after every change of how you sign in. It cannot be turned off."
    >
      <Paragraph>{meaning}</Paragraph>
      <Facts
        rows={[
          { label: "Device", value: device },
          { label: "IP address", value: ip },
          { label: "When", value: changedAt },
        ]}
      />
      <Paragraph>
        Was it you? Then there is nothing to do. If not,{" "}
        <Link href={resetUrl} className="mail-link" style={{ color: theme.accent }}>
          set a new password
        </Link>{" "}
        at once: that ends every session.
      </Paragraph>
      <Action href={securityUrl} label="See your settings" />
    </EmailFrame>
  );
}

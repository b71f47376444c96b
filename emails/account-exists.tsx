import { Link } from "react-email";
import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import { theme } from "./parts/theme";
import type { EmailProps } from "./types";

export function AccountExists({ signInUrl, resetUrl }: EmailProps["account-exists"]) {
  return (
    <EmailFrame
      title="You already have an account"
      preview="Somebody, probably you, tried to sign up with this address again."
      reason="You get this because somebody tried to sign up to QuickScale with this address. Nothing was changed, and they were not told that the account exists."
    >
      <Paragraph>
        Somebody, probably you, tried to sign up with this address. It has an account already, so you can just
        sign in.
      </Paragraph>
      <Action href={signInUrl} label="Sign in" />
      <Paragraph>
        Forgot your password?{" "}
        <Link href={resetUrl} className="mail-link" style={{ color: theme.accent }}>
          Set a new one
        </Link>
      </Paragraph>
    </EmailFrame>
  );
}

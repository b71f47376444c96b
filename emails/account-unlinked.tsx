import { Link } from "react-email";
import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import { theme } from "./parts/theme";
import type { EmailProps } from "./types";

export function AccountUnlinked({
  provider,
  account,
  changedAt,
  securityUrl,
  resetUrl,
}: EmailProps["account-unlinked"]) {
  return (
    <EmailFrame
      title="A way into your account is gone"
      preview={`${provider}, ${account}. If this was not you, act now.`}
      reason="You get this whenever somebody unlinks another account from yours. It cannot be turned off."
    >
      <Paragraph>
        The {provider} account with the address {account} was unlinked on {changedAt}. It signs you in no
        more.
      </Paragraph>
      <Paragraph>
        Was it you? Then there is nothing to do. If not, look at how you sign in, end every session that is
        not yours, and{" "}
        <Link href={resetUrl} className="mail-link" style={{ color: theme.accent }}>
          set a new password
        </Link>
        .
      </Paragraph>
      <Action href={securityUrl} label="See how you sign in" />
    </EmailFrame>
  );
}

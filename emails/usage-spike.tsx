import { Link } from "react-email";
import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { Switchable } from "./parts/switchable";
import { theme } from "./parts/theme";
import type { EmailProps } from "./types";

export function UsageSpike(props: EmailProps["usage-spike"] & Switchable) {
  const { rises, until, usageUrl, keysUrl, footer } = props;
  return (
    <EmailFrame
      title="You used far more than usual"
      preview={rises.map(({ last, usual }) => `${last} in a day, usually ${usual}.`).join(" ")}
      reason="You get this at most once a day, when use rises far above what is usual for you."
      footer={footer}
    >
      <Paragraph>
        In the 24 hours before {until} your account used far more than is usual for it. Was it you? Then there
        is nothing to do.
      </Paragraph>
      <Facts
        rows={rises.flatMap(({ what, last, usual }) => [
          { label: `${what} in these 24 hours`, value: last },
          { label: "Usual in a day", value: usual },
        ])}
      />
      <Paragraph>
        If not, a program may be running wild, or somebody else may use your key:{" "}
        <Link href={keysUrl} className="mail-link" style={{ color: theme.accent }}>
          see your API keys
        </Link>{" "}
        and revoke the one that you do not know.
      </Paragraph>
      <Action href={usageUrl} label="See what was used" />
    </EmailFrame>
  );
}

import { Link } from "react-email";
import type { EmailProps } from "../types";
import { Action } from "./action";
import { Facts } from "./facts";
import { Paragraph } from "./paragraph";
import { theme } from "./theme";

/** How far somebody is with a limit, and what the next plan would give. */
export function QuotaFacts(props: EmailProps["quota-near"]) {
  const { percent, used, limit, resetsAt, planName, next, usageUrl, plansUrl } = props;
  return (
    <>
      <Facts
        rows={[
          { label: "Used", value: `${used} of ${limit} (${percent})` },
          { label: "Begins at nothing again", value: resetsAt },
          { label: "Your plan", value: planName },
          { label: next ? `With ${next.planName}` : "", value: next && next.limit },
        ]}
      />
      {next ? (
        <Paragraph>
          {next.planName} also brings {next.credits} credits every month, and counts at once.
        </Paragraph>
      ) : null}
      <Action href={next ? plansUrl : usageUrl} label={next ? "See the plans" : "See your use"} />
      {next ? (
        <Paragraph>
          <Link href={usageUrl} className="mail-link" style={{ color: theme.accent }}>
            See your use day by day
          </Link>
        </Paragraph>
      ) : null}
    </>
  );
}

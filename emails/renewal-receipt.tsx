import { Link } from "react-email";
import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import { theme } from "./parts/theme";
import type { EmailProps } from "./types";

export function RenewalReceipt(props: EmailProps["renewal-receipt"]) {
  const { planName, amount, paidAt, card, credits, renewsAt, number, invoiceUrl, creditsUrl } = props;
  return (
    <EmailFrame
      title={`${planName} was renewed`}
      preview={`You paid ${amount}. ${credits} new credits are on your account.`}
      reason="You get this after every renewal. Keep it for your records."
    >
      <Paragraph>
        Thank you. {credits} new credits are on your account. What was left of the last period’s has expired.
      </Paragraph>
      <Facts
        rows={[
          { label: "Plan", value: planName },
          { label: "Paid", value: amount },
          { label: "Card", value: card },
          { label: "Date", value: paidAt },
          { label: "Renews", value: renewsAt },
          { label: "Invoice", value: number && `${number}, attached` },
        ]}
      />
      <Action href={creditsUrl} label="See your credits" />
      {invoiceUrl ? (
        <Paragraph>
          <Link href={invoiceUrl} className="mail-link" style={{ color: theme.accent }}>
            Open the invoice
          </Link>
        </Paragraph>
      ) : null}
    </EmailFrame>
  );
}

import { Link } from "react-email";
import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import { theme } from "./parts/theme";
import type { EmailProps } from "./types";

export function PurchaseReceipt(props: EmailProps["purchase-receipt"]) {
  const { packName, credits, amount, paidAt, card, balance, number, receiptUrl, creditsUrl } = props;
  return (
    <EmailFrame
      title={`${credits} credits are yours`}
      preview={`You paid ${amount}. Your balance is ${balance} credits.`}
      reason="You get this after every purchase. Keep it for your records."
    >
      <Paragraph>Thank you. The credits are on your account, ready to spend, and never expire.</Paragraph>
      <Facts
        rows={[
          { label: "Bought", value: packName },
          { label: "Paid", value: amount },
          { label: "Card", value: card },
          { label: "Date", value: paidAt },
          { label: "New balance", value: `${balance} credits` },
          { label: "Receipt", value: number && `${number}, attached` },
        ]}
      />
      <Action href={creditsUrl} label="See your credits" />
      {receiptUrl ? (
        <Paragraph>
          <Link href={receiptUrl} className="mail-link" style={{ color: theme.accent }}>
            Open the payment receipt
          </Link>
        </Paragraph>
      ) : null}
    </EmailFrame>
  );
}

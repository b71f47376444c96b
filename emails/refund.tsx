import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function Refund(props: EmailProps["refund"]) {
  const { purchase, amount, refundedAt, card, credits, debt, number, historyUrl } = props;
  return (
    <EmailFrame
      title={`${amount} is on its way back to you`}
      preview={`For ${purchase}. Banks take up to ten days to show it.`}
      reason="You get this after every refund. Keep it for your records."
    >
      <Paragraph>
        We refunded {amount} for {purchase}
        {card ? ` to ${card}` : ""}. Banks take up to ten days to show it.
      </Paragraph>
      {credits ? (
        <Paragraph>
          {credits} credits that it had paid for were taken back.
          {debt
            ? ` ${debt} of them were spent already: the next credits that you get make up for these first.`
            : ""}
        </Paragraph>
      ) : (
        <Paragraph>The credits that it had paid for stay yours.</Paragraph>
      )}
      <Facts
        rows={[
          { label: "Refunded", value: amount },
          { label: "For", value: purchase },
          { label: "Card", value: card },
          { label: "Date", value: refundedAt },
          { label: "Credits taken back", value: credits },
          { label: "Owed", value: debt && `${debt} credits` },
          { label: "Credit note", value: number && `${number}, attached` },
        ]}
      />
      <Action href={historyUrl} label="See your payments" />
    </EmailFrame>
  );
}

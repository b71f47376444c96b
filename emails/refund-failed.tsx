import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function RefundFailed(props: EmailProps["refund-failed"]) {
  const { purchase, amount, failedAt, credits, number, historyUrl } = props;
  return (
    <EmailFrame
      title="A refund could not be paid out"
      preview={`Your bank sent ${amount} back to us.`}
      reason="You get this because a refund failed. Write to us, and we find another way to pay you."
    >
      <Paragraph>
        Your bank did not take the refund of {amount} for {purchase}, for example because the card was closed.
        The money is with us. Write to us, and we find another way.
      </Paragraph>
      {credits ? (
        <Paragraph>The {credits} credits that had been taken back are yours again.</Paragraph>
      ) : null}
      <Facts
        rows={[
          { label: "Amount", value: amount },
          { label: "For", value: purchase },
          { label: "Failed", value: failedAt },
          { label: "Credits given back", value: credits },
          { label: "Correction", value: number && `${number}, attached` },
        ]}
      />
      <Action href={historyUrl} label="See your payments" />
    </EmailFrame>
  );
}

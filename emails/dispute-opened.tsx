import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Facts } from "./parts/facts";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function DisputeOpened(props: EmailProps["dispute-opened"]) {
  const { purchase, amount, memberEmail, openedAt, reason, dueBy, inquiry, credits, disputeUrl } = props;
  return (
    <EmailFrame
      title={`A payment of ${amount} is disputed`}
      preview={dueBy ? `Stripe wants an answer by ${dueBy}.` : "Stripe wants no answer."}
      reason="You get this because you are an admin."
    >
      <Paragraph>
        {memberEmail} asked their bank to take back {amount} for {purchase}. The bank’s reason: {reason}.{" "}
        {inquiry ? "It is an inquiry so far: no money was moved and no credits were frozen." : null}
        {credits === "0" ? null : `${credits} credits of this purchase are frozen until it is decided.`}
      </Paragraph>
      <Paragraph>
        {dueBy
          ? inquiry
            ? `Answer by ${dueBy}, or refund the payment. Without either it may become a dispute.`
            : `Send evidence by ${dueBy}. Without it the dispute is lost, and the credits are taken back.`
          : "Nothing can be sent: the dispute is decided already."}
      </Paragraph>
      <Facts
        rows={[
          { label: "Member", value: memberEmail },
          { label: "Purchase", value: purchase },
          { label: "Amount", value: amount },
          { label: "Reason", value: reason },
          { label: "Opened", value: openedAt },
          { label: "Answer by", value: dueBy },
          { label: "Credits frozen", value: credits },
        ]}
      />
      <Action href={disputeUrl} label="Look at the dispute" />
    </EmailFrame>
  );
}

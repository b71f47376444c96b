import { v7 as uuidv7 } from "uuid";
import { ConfirmForm } from "@/app/(app)/admin/_components/confirm-form";
import { RefundEffects, type Holdings } from "@/app/(app)/admin/refunds/_components/refund-effects";
import { refundFailures } from "@/app/(app)/admin/refunds/_components/refund-failures";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { RefundablePayment, RefundPreview } from "@/lib/refunds/types";
import { formatMoney } from "@/lib/shared/format";
import { toTypedMoney } from "@/lib/shared/parse-money";
import { submitRefund } from "../_actions/refund";

interface ConfirmRefundProps {
  payment: RefundablePayment;
  preview: RefundPreview;
  holdings: Holdings;
  credits: "claw_back" | "keep";
}

const stripeReasons = {
  ...{ name: "stripeReason", label: "Reason told to Stripe", initial: "requested_by_customer" },
  options: {
    requested_by_customer: "Asked for by the member",
    duplicate: "Paid twice",
    fraudulent: "Fraud: Stripe blocks card and address",
    "": "None",
  },
};

/** What the refund does, and the form that does exactly that. */
export function ConfirmRefund({ payment, preview, holdings, credits }: ConfirmRefundProps) {
  const { amountMinor, currency, needsApproval, token } = preview;
  const money = formatMoney(amountMinor, currency);
  const values = {
    ...{ paymentId: payment.id, amountMinor: String(amountMinor), currency, credits, token },
    // The same form sent twice is one refund.
    refundId: uuidv7(),
  };
  return (
    <Card aria-labelledby="preview">
      <CardHeader
        id="preview"
        title={needsApproval ? `Ask for a refund of ${money}` : `Refund ${money}`}
        description={
          needsApproval
            ? "More than you may give back of a payment alone: it waits for another admin, and its amount is reserved."
            : `${payment.userEmail} gets the money on what they paid with, a mail, and “Refund: ${payment.description}” in their history.`
        }
      />
      <div className="mt-3">
        <RefundEffects preview={preview} holdings={holdings} />
      </div>
      <CardBody className="border-t border-line">
        <ConfirmForm
          id="refund"
          action={submitRefund}
          label={needsApproval ? `Ask for ${money}` : `Refund ${money}`}
          variant={needsApproval ? "primary" : "danger"}
          values={values}
          words={refundFailures}
          typed={{ label: `Type ${toTypedMoney(amountMinor, currency)} to confirm` }}
          choice={stripeReasons}
        />
      </CardBody>
    </Card>
  );
}

import { Card, CardHeader } from "@/components/ui/card";
import type { MoneyReturn, PaymentDetail, RecordStatus } from "@/lib/payments/types";
import { toStatusWords } from "../../_components/record-words";
import { ReturnList } from "./return-list";
import { refundWords, toCreditWords } from "./return-words";

const statuses: Readonly<Record<MoneyReturn["status"], RecordStatus>> = {
  pending: "pending",
  requires_action: "pending",
  succeeded: "refunded",
  failed: "failed",
  canceled: "canceled",
};

export function RefundsCard({ payment: { refunds, currency } }: { payment: PaymentDetail }) {
  if (refunds.length === 0) return null;
  return (
    <Card aria-labelledby="refunds">
      <CardHeader id="refunds" title={refunds.length === 1 ? "Refund" : "Refunds"} />
      <ReturnList
        currency={currency}
        items={refunds.map((refund) => ({
          ...refund,
          badge: toStatusWords({ status: statuses[refund.status], dispute: null }),
          texts: [refundWords[refund.status], toCreditWords(refund)],
        }))}
      />
    </Card>
  );
}

import { Card, CardHeader } from "@/components/ui/card";
import type { DisputeState, PaymentDetail } from "@/lib/payments/types";
import { ReturnList } from "./return-list";
import { disputeWords, toCreditWords } from "./return-words";

const badges: Readonly<Record<DisputeState, { tone: "positive" | "warning" | "neutral"; label: string }>> = {
  inquiry: { tone: "warning", label: "Asked about" },
  open: { tone: "warning", label: "Open" },
  appealed: { tone: "warning", label: "Looked at again" },
  won: { tone: "positive", label: "Settled" },
  lost: { tone: "neutral", label: "Taken back by the bank" },
  closed: { tone: "neutral", label: "Closed" },
};

export function DisputesCard({ payment: { disputes, currency } }: { payment: PaymentDetail }) {
  if (disputes.length === 0) return null;
  return (
    <Card aria-labelledby="disputes">
      <CardHeader id="disputes" title={disputes.length === 1 ? "Dispute" : "Disputes"} />
      <ReturnList
        currency={currency}
        items={disputes.map((dispute) => ({
          ...dispute,
          badge: badges[dispute.state],
          texts: [disputeWords[dispute.state], toCreditWords(dispute)],
        }))}
      />
    </Card>
  );
}

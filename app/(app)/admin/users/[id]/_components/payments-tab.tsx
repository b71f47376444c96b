import { CreditCard } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { listPersonPayments } from "@/lib/support";
import { toPersonHref } from "../search-params";
import { PaymentRow } from "./payment-row";
import type { TabProps } from "./tab-props";

export async function PaymentsTab({ ctx, userId, before, after }: TabProps) {
  const { rows, older, newer } = await listPersonPayments(ctx, { userId, before, after });
  return (
    <Card aria-labelledby="payments">
      <CardHeader
        id="payments"
        title="Payments"
        description="What was paid and tried, with every refusal and refund."
      />
      {rows.length === 0 ? (
        <EmptyState icon={CreditCard} title="Nothing was paid yet">
          Payments, failed ones too, will stand here.
        </EmptyState>
      ) : (
        <ul className="mt-3 divide-y divide-line">
          {rows.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
      <Pagination
        label="Pages of payments"
        previousHref={newer ? toPersonHref(userId, { tab: "payments", after: newer }) : null}
        nextHref={older ? toPersonHref(userId, { tab: "payments", before: older }) : null}
      />
    </Card>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { Facts } from "@/app/(app)/admin/_components/facts";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { cardLabel } from "@/lib/payments";
import type { RefundablePayment } from "@/lib/refunds/types";

/** What was paid, by whom, and what of it is left. */
export function PaymentCard({ payment }: { payment: RefundablePayment }) {
  const { currency, card, paidAt } = payment;
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} />;
  const some = (amountMinor: bigint) => (amountMinor > 0n ? money(amountMinor) : null);
  return (
    <Card aria-labelledby="payment">
      <CardHeader id="payment" title={payment.description} />
      <CardBody>
        <Facts
          facts={[
            {
              label: "Paid by",
              value: (
                <Link
                  href={`/admin/users/${payment.userId}?tab=payments` as Route}
                  prefetch={false}
                  className="rounded-xs break-all underline underline-offset-4"
                >
                  {payment.userEmail}
                </Link>
              ),
            },
            { label: "Card", value: card && cardLabel(card) },
            { label: "Paid", value: paidAt && <DateTime value={paidAt} show="time" /> },
            { label: "Amount", value: money(payment.amountMinor) },
            { label: "Refunded", value: some(payment.refundedMinor) },
            { label: "Asked for", value: some(payment.unsentMinor) },
            { label: "Waits for an admin", value: some(payment.reservedMinor) },
            { label: "Left", value: money(payment.leftMinor) },
          ]}
        />
      </CardBody>
    </Card>
  );
}

import { Card, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import type { PaymentDetail } from "@/lib/payments/types";

/** What the payment is called, here and at Stripe: what to tell support. */
export function NamesCard({ payment: { id, stripe } }: { payment: PaymentDetail }) {
  const names = [
    { label: "Payment", value: id },
    { label: "Stripe payment", value: stripe.paymentIntentId },
    { label: "Stripe charge", value: stripe.chargeId },
    { label: "Stripe invoice", value: stripe.invoiceId },
    { label: "Stripe invoice number", value: stripe.invoiceNumber },
  ];
  return (
    <Card aria-labelledby="names">
      <CardHeader id="names" title="For support" description="Any of these finds this payment." />
      <dl className="flex flex-col gap-2 px-5 py-3">
        {names.map(({ label, value }) =>
          value === null ? null : (
            <div key={label} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2">
              <dt className="text-[0.8125rem] text-ink-muted">{label}</dt>
              <dd className="col-start-1 truncate font-mono text-[0.8125rem]" title={value}>
                {value}
              </dd>
              <dd className="col-start-2 row-span-2 row-start-1">
                <CopyButton value={value} label={`Copy ${label.toLowerCase()} id`} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </Card>
  );
}

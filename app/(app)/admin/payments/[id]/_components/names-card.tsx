import { Card, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import type { Investigation } from "@/lib/transactions";

/** Every id by which it can be asked for. */
export function NamesCard({ payment }: { payment: Investigation["payment"] }) {
  const { invoice, checkout } = payment;
  const names: [string, string | null | undefined][] = [
    ["Payment", payment.id],
    ["Payment at Stripe", payment.stripePaymentIntentId],
    ["Charge", payment.stripeChargeId],
    ["Customer", payment.customer.stripeCustomerId],
    ["Checkout", checkout?.stripeSessionId],
    ["Invoice", invoice?.stripeInvoiceId],
    ["Plan", invoice?.subscription?.stripeSubscriptionId],
  ];
  return (
    <Card aria-labelledby="names">
      <CardHeader id="names" title="Ids" />
      <dl className="mt-2 divide-y divide-line">
        {names.map(([label, value]) =>
          value ? (
            <div key={label} className="flex items-center justify-between gap-3 px-5 py-2">
              <dt className="shrink-0 text-ink-muted">{label}</dt>
              <dd className="flex min-w-0 items-center gap-1">
                <span className="font-mono text-xs break-all">{value}</span>
                <CopyButton value={value} label={`Copy: ${label}`} />
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </Card>
  );
}

import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { BilledLine, PaymentDetail } from "@/lib/payments/types";

/** What was billed, line by line, and what it adds up to. A pack is a line of its own. */
export function BilledLines({ payment }: { payment: PaymentDetail }) {
  const { lines, description, amountMinor, currency, discountMinor, refunds } = payment;
  const pack: BilledLine = { description, amountMinor, quantity: 1, period: null };
  const refundedMinor = refunds
    .filter(({ status }) => status === "succeeded")
    .reduce((sum, refund) => sum + refund.amountMinor, 0n);
  const shown = lines.length > 0 ? lines : [pack];
  return (
    <dl className="border-t border-line">
      {shown.map((line, index) => (
        <div key={index} className="flex items-baseline justify-between gap-6 px-5 py-3">
          <dt className="min-w-0 break-words">
            {line.description}
            {line.period ? (
              <span className="block text-[0.8125rem] text-ink-muted">
                <DateTime value={line.period.startsAt} /> – <DateTime value={line.period.endsAt} />
              </span>
            ) : null}
          </dt>
          <dd>
            <Money amountMinor={line.amountMinor} currency={currency} className="whitespace-nowrap" />
          </dd>
        </div>
      ))}
      {discountMinor === 0n ? null : (
        <div className="flex justify-between gap-6 px-5 py-3 text-ink-muted">
          <dt>{discountMinor < 0n ? "Discount" : "Other charges"}</dt>
          <dd>
            <Money amountMinor={discountMinor} currency={currency} />
          </dd>
        </div>
      )}
      <div className="flex justify-between gap-6 border-t border-line px-5 py-3 font-semibold">
        <dt>Total</dt>
        <dd>
          <Money amountMinor={amountMinor} currency={currency} />
        </dd>
      </div>
      {refundedMinor > 0n ? (
        <div className="flex justify-between gap-6 px-5 pb-3 text-ink-muted">
          <dt>Refunded</dt>
          <dd>
            <Money amountMinor={-refundedMinor} currency={currency} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

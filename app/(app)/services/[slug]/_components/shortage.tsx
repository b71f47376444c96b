import { CreditAmount } from "@/components/credits/credit-amount";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import type { ServiceQuote } from "@/lib/services/types";

/** Too little: what there is, what it takes, what is missing, and the two ways to get it. */
export function Shortage({ quote }: { quote: ServiceQuote }) {
  const rows = [
    { label: "Available", creditsMilli: quote.balance.totalMilli },
    { label: "Required", creditsMilli: quote.quoteMilli },
    { label: "Missing", creditsMilli: quote.missingMilli },
  ];
  return (
    <Alert
      tone="warning"
      title="Not enough credits"
      action={
        <>
          <LinkButton href="/credits/buy">Buy credits</LinkButton>
          <LinkButton href="/billing/plans" variant="secondary">
            Subscribe or upgrade
          </LinkButton>
        </>
      }
    >
      <dl className="mt-2 flex flex-col gap-1">
        {rows.map(({ label, creditsMilli }) => (
          <div key={label} className="flex justify-between gap-3 last:font-medium last:text-ink">
            <dt>{label}</dt>
            <dd>
              <CreditAmount creditsMilli={creditsMilli} />
            </dd>
          </div>
        ))}
      </dl>
    </Alert>
  );
}

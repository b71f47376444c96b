import { CreditAmount } from "@/components/credits/credit-amount";
import { CreditKindBadge } from "@/components/credits/credit-kind-badge";

import { type DemoEntry } from "./demo-account";

const shown = 5;

export function DemoEntries({ entries }: { entries: DemoEntry[] }) {
  return (
    <div className="border-t border-line bg-sunken p-5 sm:p-8 md:border-t-0 md:border-l">
      <p className="text-[0.8125rem] text-ink-muted">History</p>
      <ul aria-live="polite" className="mt-2 divide-y divide-line">
        {entries.slice(0, shown).map((entry) => (
          <li key={entry.id} className="flex items-start justify-between gap-4 py-3">
            <span className="min-w-0">
              <span className="block truncate font-medium">{entry.label}</span>
              <span className="mt-1 flex flex-wrap gap-1.5">
                {entry.subscriptionMilli === 0n ? null : <CreditKindBadge kind="subscription" />}
                {entry.paygMilli === 0n ? null : <CreditKindBadge kind="payg" />}
              </span>
            </span>
            <CreditAmount
              creditsMilli={entry.subscriptionMilli + entry.paygMilli}
              signed
              className="font-medium"
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

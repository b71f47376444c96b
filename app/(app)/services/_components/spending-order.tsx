import { CreditSplit } from "@/components/credits/credit-split";
import { CreditAmount } from "@/components/credits/credit-amount";
import { LinkButton } from "@/components/ui/link-button";
import type { CreditBalanceView } from "@/lib/services/types";

/** What there is to spend, and which kind goes first. */
export function SpendingOrder({ balance }: { balance: CreditBalanceView }) {
  return (
    <section
      aria-label="Your balance"
      className="mb-8 grid gap-x-10 gap-y-5 rounded-lg border border-line bg-sunken p-5 sm:grid-cols-[auto_1fr_auto] sm:items-center"
    >
      <div>
        <p className="text-[0.8125rem] text-ink-muted">You can spend</p>
        <p className="mt-0.5 text-2xl font-semibold tracking-tight">
          <CreditAmount creditsMilli={balance.totalMilli} unit />
        </p>
      </div>
      <div className="min-w-0">
        <CreditSplit balance={balance} />
        <p className="mt-2 text-[0.8125rem] text-ink-muted">{toOrderWords(balance)}</p>
      </div>
      <LinkButton href="/credits/buy" variant="secondary" className="justify-self-start">
        Buy credits
      </LinkButton>
    </section>
  );
}

function toOrderWords({ totalMilli, subscriptionMilli, paygMilli }: CreditBalanceView): string {
  if (totalMilli === 0n) return "Free services run without credits. For the others, buy a pack first.";
  if (subscriptionMilli > 0n && paygMilli > 0n)
    return "Subscription credits are spent first, because they expire. Pay-as-you-go credits follow.";
  if (subscriptionMilli > 0n) return "Services spend your subscription credits.";
  return "Services spend your pay-as-you-go credits. They never expire.";
}

import Link from "next/link";

import { type SpendableBalance } from "@/components/credits/spendable-balance";
import { ChangeHighlight } from "@/components/ui/change-highlight";
import { formatCredits } from "@/lib/shared/format";

/** The balance in the header of every page, with the kinds it is made of as two strokes. */
export function BalanceChip({ balance }: { balance: SpendableBalance }) {
  const total = formatCredits(balance.totalMilli);
  return (
    <Link
      href="/credits"
      data-testid="header-balance"
      className="flex h-9 items-center gap-2.5 rounded-md border border-line bg-surface px-3 whitespace-nowrap shadow-flat hover:bg-hover"
    >
      <span aria-hidden="true" className="flex h-4 w-1 flex-col gap-px overflow-hidden rounded-full bg-line">
        <span className="bg-credit-subscription" style={{ flexGrow: toShare(balance.subscriptionMilli) }} />
        <span className="bg-credit-payg" style={{ flexGrow: toShare(balance.paygMilli) }} />
      </span>
      <span className="sr-only">Balance: </span>
      <ChangeHighlight value={total}>
        <span data-figures className="font-semibold">
          {total}
        </span>
        <span className="text-ink-muted max-[26rem]:sr-only"> credits</span>
      </ChangeHighlight>
    </Link>
  );
}

function toShare(creditsMilli: bigint): number {
  return creditsMilli > 0n ? Number(creditsMilli) : 0;
}

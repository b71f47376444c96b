import { EffectTable, type Effect } from "@/app/(app)/admin/_components/effect-table";
import { CreditAmount } from "@/components/credits/credit-amount";
import { Money } from "@/components/ui/money";
import type { RefundPreview } from "@/lib/refunds/types";
import { formatCredits } from "@/lib/shared/format";

/** What the member has, as far as a refund touches it. */
export interface Holdings {
  /** Credits that can be spent, now or in the months that are paid. */
  unspentMilli: bigint;
  debtMilli: bigint;
}

function notesOf({ reservedMilli, alreadyExpiredMilli }: RefundPreview): string | undefined {
  const notes = [
    reservedMilli > 0n
      ? `${formatCredits(reservedMilli)} are reserved by running work and go when it ends.`
      : "",
    alreadyExpiredMilli > 0n
      ? `${formatCredits(alreadyExpiredMilli)} expired before: nothing is taken for them.`
      : "",
  ].filter(Boolean);
  return notes.length > 0 ? notes.join(" ") : undefined;
}

/** Money and credits before, by and after a refund. */
export function RefundEffects({ preview, holdings }: { preview: RefundPreview; holdings: Holdings }) {
  const { amountMinor, leftMinor, leftAfterMinor, currency, takenMilli, debtMilli } = preview;
  const { unspentMilli, debtMilli: owedMilli } = holdings;
  const money: Effect = {
    label: "Can be refunded",
    before: <Money amountMinor={leftMinor} currency={currency} />,
    change: <Money amountMinor={-amountMinor} currency={currency} />,
    after: <Money amountMinor={leftAfterMinor} currency={currency} />,
  };
  const credits: Effect = {
    label: "Unspent credits",
    note: notesOf(preview),
    before: <CreditAmount creditsMilli={unspentMilli} />,
    change: <CreditAmount creditsMilli={-takenMilli} />,
    after: <CreditAmount creditsMilli={unspentMilli - takenMilli} />,
  };
  const debt: Effect = {
    label: "Owed credits",
    note: debtMilli > 0n ? "Spent already: the next credits settle it first." : undefined,
    before: <CreditAmount creditsMilli={owedMilli} />,
    change: debtMilli > 0n ? <>+{formatCredits(debtMilli)}</> : <CreditAmount creditsMilli={0n} />,
    after: <CreditAmount creditsMilli={owedMilli + debtMilli} />,
  };
  return <EffectTable label="What the refund does" effects={[money, credits, debt]} />;
}

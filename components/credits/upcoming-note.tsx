import Link from "next/link";
import { type CreditBalance } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

/** The ledger has a year's months from its payment on: its balance is above what can be spent today. */
export function UpcomingNote({ balance }: { balance: Pick<CreditBalance, "upcomingMilli" | "totalMilli"> }) {
  if (balance.upcomingMilli === 0n) return null;
  return (
    <p className="border-b border-line px-5 py-3 text-sm text-ink-muted">
      The balance beside each line includes {formatCredits(balance.upcomingMilli)} credits that are yours and
      count later.{" "}
      <Link href="/credits" className="underline underline-offset-4">
        You can spend {formatCredits(balance.totalMilli)} now
      </Link>
      .
    </p>
  );
}

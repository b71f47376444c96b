import { Store } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { pricePerCreditMinor, savingPercent } from "@/lib/catalog";
import type { PackForSale } from "@/lib/catalog/types";
import { PackCard } from "./pack-card";

export function PackGrid({ packs }: { packs: readonly PackForSale[] }) {
  const [smallest] = packs;
  if (!smallest) {
    return (
      <Card>
        <EmptyState icon={Store} title="No packs are on sale right now">
          Your credits are as they were. Come back in a little while.
        </EmptyState>
      </Card>
    );
  }
  const perCredit = packs.map(({ price, credits }) => pricePerCreditMinor(price.amountMinor, credits));
  const lowest = Math.min(...perCredit);
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {packs.map((pack, index) => (
        <PackCard
          key={pack.price.lookupKey}
          pack={pack}
          pricePerCreditMinor={perCredit[index] ?? 0}
          savingPercent={savingPercent(pack, smallest)}
          best={packs.length > 1 && perCredit[index] === lowest}
        />
      ))}
    </ul>
  );
}

import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { packs, pricePerCreditMinor, savingPercent } from "@/lib/catalog";
import { formatUnitPrice } from "@/lib/shared/format";

import { Price } from "./price";

/** The packs beside each other, each with what one credit costs in it and what that saves. */
export function PackList() {
  return (
    <ul className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3">
      {packs.map((pack) => {
        const saving = savingPercent(pack, packs[0]);
        return (
          <li key={pack.key} className="flex flex-col bg-surface p-6">
            <h3 className="flex items-center justify-between gap-3 text-base">
              {pack.name}
              {saving > 0 ? <Badge tone="payg">Save {saving} %</Badge> : null}
            </h3>
            <Price price={pack.price} className="mt-4" />
            <p className="mt-1 text-sm text-ink-muted">
              {formatUnitPrice(
                pricePerCreditMinor(pack.price.amountMinor, pack.credits),
                pack.price.currency,
              )}{" "}
              per credit
            </p>
            <LinkButton href="/sign-up?next=/credits/buy" variant="secondary" className="mt-6 self-stretch">
              Buy {pack.name}
            </LinkButton>
          </li>
        );
      })}
    </ul>
  );
}

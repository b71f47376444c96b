import { Store } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { openMemberPage } from "@/lib/auth";
import { packChoice } from "@/lib/auto-top-up/schema";
import type { AutoTopUp } from "@/lib/auto-top-up/types";
import { listPacksForSale } from "@/lib/catalog";
import { formatCredits } from "@/lib/shared/format";
import { toTypedMoney } from "@/lib/shared/parse-money";
import { readCard } from "./read-card";
import { TopUpForm } from "./top-up-form";

/** Typed as it is read back: without thousands. */
const typedCredits = (milli: bigint) => formatCredits(milli).replaceAll(",", "");

/** The form with what is on sale now, and the card that Stripe has now. */
export async function TopUpSettings({ settings }: { settings: AutoTopUp | null }) {
  const { ctx, user } = await openMemberPage();
  const [packs, card] = await Promise.all([listPacksForSale(ctx.db), readCard(ctx, user.id)]);
  const options = packs.map(({ name, price }) => ({ ...price, name, value: packChoice(price) }));
  const chosen = packs.find(({ price }) => price.lookupKey === settings?.lookupKey) ?? packs[0];
  if (!chosen)
    return (
      <EmptyState icon={Store} title="No packs are on sale right now">
        Come back in a little while.
      </EmptyState>
    );
  const { amountMinor, currency } = chosen.price;
  const agreed = settings?.currency === currency ? settings.capMinor : amountMinor * 3n;
  const values = {
    pack: packChoice(chosen.price),
    threshold: settings ? typedCredits(settings.thresholdMilli) : "50",
    cap: toTypedMoney(agreed, currency),
  };
  return (
    <TopUpForm
      // A form that was saved shows what counts now.
      key={settings?.agreedAt.toISOString() ?? "new"}
      {...{ packs: options, values, enabled: settings?.enabled ?? false }}
      card={card && card !== "unknown" ? card.label : card === null ? null : undefined}
    />
  );
}

import { CreditCard } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { openMemberPage } from "@/lib/auth";
import { readCard } from "./read-card";

/** Which card is charged, as Stripe has it now. */
export async function ChargedCard() {
  const { ctx, user } = await openMemberPage();
  const card = await readCard(ctx, user.id);
  const label = card === "unknown" ? "Stripe does not answer right now" : (card?.label ?? "No saved card");
  const note =
    card === "unknown"
      ? "Your card is kept there, and is as it was."
      : card?.isExpired
        ? "It has expired: its bank may decline it."
        : card
          ? "Your default card is charged."
          : "Add one before you switch it on.";
  return (
    <Card aria-label="Card" className="flex items-center gap-3.5 px-5 py-4">
      <CreditCard aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{label}</p>
        <p className="text-[0.8125rem] text-ink-muted">{note}</p>
      </div>
      <Link href="/billing" className="rounded-xs text-accent-ink underline underline-offset-4">
        {card ? "Change" : "Add a card"}
      </Link>
    </Card>
  );
}

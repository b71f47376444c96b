import { formatMoney } from "@/lib/shared/format";
import type { PackOption } from "./pack-choice";

interface ConsentProps {
  card: string | undefined;
  pack: PackOption | undefined;
  threshold: string;
  capMinor: bigint | null;
}

/** What a member agrees to, in full and before the button. */
export function Consent({ card, pack, threshold, capMinor }: ConsentProps) {
  if (!pack) return null;
  const price = formatMoney(pack.amountMinor, pack.currency);
  const cap = capMinor === null ? "your cap" : formatMoney(capMinor, pack.currency);
  return (
    <p className="rounded-md bg-sunken px-4 py-3 text-[0.8125rem] text-ink-muted">
      While it is on, we charge <span className="font-medium text-ink">{card ?? "your default card"}</span>{" "}
      <span className="font-medium text-ink">{price}</span> for {pack.name} each time you have fewer than{" "}
      {threshold || "the chosen number of"} credits left, and never more than{" "}
      <span className="font-medium text-ink">{cap}</span> in a calendar month (UTC), without asking you again.
      You get a receipt each time, and can switch it off whenever you like. It switches itself off when your
      card is declined.
    </p>
  );
}

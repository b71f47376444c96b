import { CreditCard, Landmark } from "lucide-react";

/** As short as it stands on the card itself. */
const marks: Readonly<Record<string, string>> = {
  Visa: "VISA",
  Mastercard: "MC",
  "American Express": "AMEX",
  Discover: "DISC",
  "Diners Club": "DC",
  JCB: "JCB",
  UnionPay: "UP",
};

/** A card's brand as a small plate; the name beside it says the same in words. */
export function BrandMark({ label }: { label: string | null }) {
  const mark = label && marks[label.split(" ••••")[0] ?? ""];
  const Icon = label ? CreditCard : Landmark;
  return (
    <span
      aria-hidden="true"
      className="flex h-7 w-11 shrink-0 items-center justify-center rounded-xs border border-line bg-sunken text-[0.625rem] font-semibold tracking-wide text-ink-muted"
    >
      {mark ? mark : <Icon className="size-4" />}
    </span>
  );
}

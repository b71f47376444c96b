import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";

interface ReturnItem {
  id: string;
  amountMinor: bigint;
  at: Date;
  badge: { tone: "positive" | "accent" | "warning" | "danger" | "neutral"; label: string };
  /** What it means, sentence by sentence. */
  texts: readonly (string | null)[];
}

/** Money that went back, or is asked back, each with what it means. */
export function ReturnList({ items, currency }: { items: readonly ReturnItem[]; currency: string }) {
  return (
    <ul className="mt-2 divide-y divide-line">
      {items.map(({ id, amountMinor, at, badge, texts }) => (
        <li key={id} className="px-5 py-3">
          <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <Money amountMinor={amountMinor} currency={currency} className="font-medium" />
            <Badge tone={badge.tone}>{badge.label}</Badge>
          </p>
          {texts.map((text) =>
            text === null ? null : (
              <p key={text} className="mt-0.5 text-ink-muted">
                {text}
              </p>
            ),
          )}
          <p className="mt-0.5 text-[0.8125rem] text-ink-muted">
            <DateTime value={at} show="time" className="whitespace-normal" />
          </p>
        </li>
      ))}
    </ul>
  );
}

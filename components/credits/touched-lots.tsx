import { kindStyles } from "./credit-kind";
import { cn } from "@/components/ui/cn";
import { type Entry } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

/** Which grants an entry took from or gave to, each with its hue and share. */
export function TouchedLots({ parts }: { parts: Entry["parts"] }) {
  if (parts.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-[0.8125rem] text-ink-muted">
      {parts.map((part) => (
        <li key={part.lotNo} className="flex items-baseline gap-2">
          <span
            aria-hidden="true"
            className={cn("size-2 shrink-0 rounded-full", kindStyles[part.kind].dot)}
          />
          <span className="min-w-0 break-words">
            {part.lotDescription || kindStyles[part.kind].label}
            <span className="sr-only">, {kindStyles[part.kind].label}</span>
            {parts.length > 1 ? <span data-figures>: {formatCredits(part.creditsMilli)}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

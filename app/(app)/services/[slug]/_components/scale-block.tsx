import { Meter } from "@/components/ui/meter";

type ScaleBlockProps = { label: string; value: number; max: number; words: string };

/** A score on its scale, with what it means in words. */
export function ScaleBlock({ label, value, max, words }: ScaleBlockProps) {
  return (
    <div>
      <p className="text-[0.8125rem] text-ink-muted">{label}</p>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3">
        <span data-figures className="text-4xl font-semibold tracking-tight">
          {value}
        </span>
        <span className="text-ink-muted">{words}</span>
      </p>
      <Meter className="mt-3" label={label} share={value / max} text={`${value} of ${max}: ${words}`} />
    </div>
  );
}

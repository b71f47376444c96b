import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { type ReactNode } from "react";

import { cn } from "./cn";

type Change = {
  direction: "up" | "down" | "level";
  /** The change in words, with the period it is measured against: "12 % more than in October". */
  text: string;
  /** Whether this direction is welcome; spending more credits is neither. */
  mood?: "good" | "bad" | "neutral";
};

type FigureProps = {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  change?: Change;
  size?: "md" | "lg";
  className?: string;
};

const arrows = { up: ArrowUp, down: ArrowDown, level: ArrowRight };
const moods = { good: "text-positive", bad: "text-danger", neutral: "text-ink-muted" };

/** The number leads, its label is small, its change is an arrow and words. */
export function Figure({ label, value, note, change, size = "md", className }: FigureProps) {
  return (
    <div className={cn("flex min-w-0 flex-col", className)}>
      <p className="text-[0.8125rem] text-ink-muted">{label}</p>
      <p
        data-figures
        className={cn(
          "mt-1 font-semibold tracking-tight text-ink",
          size === "lg" ? "text-4xl sm:text-5xl" : "text-2xl",
        )}
      >
        {value}
      </p>
      {change ? <ChangeLine change={change} /> : null}
      {note ? <p className="mt-1 text-[0.8125rem] text-ink-muted">{note}</p> : null}
    </div>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const Arrow = arrows[change.direction];
  return (
    <p className={cn("mt-1 flex items-center gap-1 text-[0.8125rem]", moods[change.mood ?? "neutral"])}>
      <Arrow aria-hidden="true" className="size-3.5 shrink-0" />
      {change.text}
    </p>
  );
}

import type { ComponentProps } from "react";
import { Sparkline } from "./sparkline";
import { ChangeHighlight } from "@/components/ui/change-highlight";
import { Figure } from "@/components/ui/figure";

type StatProps = Omit<ComponentProps<typeof Figure>, "value" | "label"> & {
  label: string;
  /** The figure as it is written. */
  text: string;
  /** What the figure is of: another range's figure is another one, not a change of this. */
  of: string;
  trend?: readonly number[];
  colour?: string;
};

/** A figure that lights up when it changes under the reader's eyes, with its course. */
export function Stat({ label, text, of, trend, colour, ...figure }: StatProps) {
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-col justify-between gap-3">
      <Figure
        {...figure}
        label={label}
        value={
          <ChangeHighlight key={of} value={text}>
            {text}
          </ChangeHighlight>
        }
      />
      {trend ? <Sparkline values={trend} {...(colour ? { colour } : {})} /> : null}
    </div>
  );
}

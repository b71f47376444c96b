import { type ReactNode } from "react";

import { cn } from "@/components/ui/cn";
import { type CreditKind } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

import { kindStyles } from "./credit-kind";

export type WaterfallStep = {
  key: string;
  title: ReactNode;
  /** What came in and what became of it, in words. */
  story: ReactNode;
  /** What this step adds to the balance; negative for what is owed. */
  creditsMilli: bigint;
  kind: CreditKind | "debt";
};

type BalanceWaterfallProps = { totalMilli: bigint; steps: readonly WaterfallStep[] };

/** Every step begins where the one before it ended, and the last one ends at the balance. */
export function BalanceWaterfall({ totalMilli, steps }: BalanceWaterfallProps) {
  const ends = steps.map((_, index) => sum(steps.slice(0, index + 1)));
  const scale = ends.reduce((most, end) => (end > most ? end : most), totalMilli > 0n ? totalMilli : 1n);
  const percent = (milli: bigint) => Number((milli * 10_000n) / scale) / 100;

  return (
    <ol className="text-sm">
      {steps.map((step, index) => {
        const end = ends[index] ?? 0n;
        const start = end - step.creditsMilli;
        const [left, right] = start < end ? [start, end] : [end, start];
        return (
          <Row key={step.key} title={step.title} story={step.story} amount={formatCredits(step.creditsMilli)}>
            <Bar left={percent(left)} width={percent(right - left)} kind={step.kind} />
          </Row>
        );
      })}
      <Row title="Your balance" story={null} amount={formatCredits(totalMilli)} total>
        <span className="block h-3 rounded-[2px] bg-ink" style={{ width: `${percent(totalMilli)}%` }} />
      </Row>
    </ol>
  );
}

function sum(steps: readonly WaterfallStep[]): bigint {
  return steps.reduce((total, step) => total + step.creditsMilli, 0n);
}

type RowProps = { title: ReactNode; story: ReactNode; amount: string; total?: boolean; children: ReactNode };

function Row({ title, story, amount, total = false, children }: RowProps) {
  return (
    <li
      className={cn(
        "grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2 border-b border-line py-3 last:border-b-0 sm:grid-cols-[minmax(12rem,5fr)_5fr_4.5rem]",
        total && "font-semibold",
      )}
    >
      <div className="min-w-0">
        <p className="font-medium break-words">{title}</p>
        {story ? <p className="text-[0.8125rem] font-normal text-ink-muted">{story}</p> : null}
      </div>
      <div aria-hidden="true" className="order-last col-span-2 sm:order-none sm:col-span-1">
        {children}
      </div>
      <p data-figures className={cn("text-right", total && "text-base")}>
        {amount}
      </p>
    </li>
  );
}

function Bar({ left, width, kind }: { left: number; width: number; kind: WaterfallStep["kind"] }) {
  return (
    <span
      className={cn(
        "block h-3 min-w-0.5 rounded-[2px]",
        kind === "debt" ? "bg-danger-solid" : kindStyles[kind].dot,
      )}
      style={{ marginLeft: `${left}%`, width: `${width}%` }}
    />
  );
}

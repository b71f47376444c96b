import type { ReactNode } from "react";
import { DateTime } from "@/components/ui/date-time";
import { Meter } from "@/components/ui/meter";
import { quotaTerms, type QuotaMeter as MeterOf } from "@/lib/quotas/types";
import { formatQuota } from "./format-quota";
import { percentOf, stateOf } from "./meter-share";
import { QuotaReset } from "./quota-reset";

type QuotaMeterProps = {
  meter: MeterOf;
  /** Where an admin set the limit for this person alone: until when. */
  setUntil?: Date | undefined;
  /** What is expected of it. */
  children?: ReactNode;
};

const tones = { well: "accent", near: "warning", reached: "danger" } as const;

/** How much of a limit is used, when it begins anew and whose limit it is. */
export function QuotaMeter({ meter, setUntil, children }: QuotaMeterProps) {
  const { kind, used, limit, resetsAt } = meter;
  const { label } = quotaTerms[kind];
  const percent = percentOf(meter);
  const amount = formatQuota(kind, used);
  const of = limit === null ? null : formatQuota(kind, limit);
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <p className="font-medium">{label}</p>
        <p data-figures className="text-right text-[0.8125rem] text-ink-muted">
          <span className="font-medium text-ink">{amount}</span> {of === null ? "· Unlimited" : `of ${of}`}
          {percent === null || percent === 0 ? null : ` · ${percent}%`}
        </p>
      </div>
      {of === null ? null : (
        <Meter
          label={label}
          share={(percent ?? 0) / 100}
          text={`${amount} of ${of} used`}
          tone={tones[stateOf(meter)]}
        />
      )}
      <div className="flex flex-col text-[0.8125rem] text-ink-muted empty:hidden">
        {setUntil ? (
          <p>
            Set for you until <DateTime value={setUntil} />.
          </p>
        ) : null}
        {resetsAt && limit !== null ? (
          <p>
            <QuotaReset kind={kind} resetsAt={resetsAt} />
          </p>
        ) : null}
        {children}
      </div>
    </li>
  );
}

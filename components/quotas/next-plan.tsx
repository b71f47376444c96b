import { ArrowRight } from "lucide-react";
import { LinkButton } from "@/components/ui/link-button";
import type { QuotaKind } from "@/lib/quotas/types";
import { formatCount } from "@/lib/shared/format";
import { isOwnLimit, toNextPlanRows, type QuotaPlan } from "./next-plan-rows";

type NextPlanProps = {
  plan: QuotaPlan;
  /** The limit that bites: its row comes first. */
  kind: QuotaKind;
};

/** Exactly what the next plan gives beside what there is now; where no plan helps, where to ask. */
export function NextPlan({ plan, kind }: NextPlanProps) {
  const { next, planName } = plan;
  if (isOwnLimit(plan, kind))
    return (
      <Ask>
        This limit was set for you, so a larger plan does not change it. Write to us if it is in your way.
      </Ask>
    );
  if (!next) return <Ask>{planName} is our largest plan. Write to us if you need more.</Ask>;
  const rows = toNextPlanRows(plan, next, kind);
  const credits = formatCount(next.creditsPerMonth);
  return (
    <div className="flex flex-col gap-3">
      <table className="w-full text-[0.8125rem]">
        <caption className="text-left font-medium text-ink">What {next.planName} gives you</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Limit</th>
            <th scope="col">{planName}</th>
            <th scope="col">{next.planName}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, now, then, ...row }) => (
            <Row key={row.kind} label={label} now={now} then={then} />
          ))}
          <Row label="Credits a month" now="" then={credits} />
        </tbody>
      </table>
      <LinkButton href="/billing/plans" size="sm" className="self-start">
        See {next.planName} and all plans
      </LinkButton>
    </div>
  );
}

function Row({ label, now, then }: { label: string; now: string; then: string }) {
  return (
    <tr className="border-t border-line first:border-t-0">
      <th scope="row" className="py-1 pr-3 text-left font-normal text-ink-muted">
        {label}
      </th>
      <td data-figures className="py-1 pr-2 text-right whitespace-nowrap text-ink-muted">
        {now}
      </td>
      <td data-figures className="w-px py-1 text-right font-medium whitespace-nowrap text-ink">
        {now ? <ArrowRight aria-hidden="true" className="mr-2 inline size-3 text-ink-muted" /> : null}
        {then}
      </td>
    </tr>
  );
}

function Ask({ children }: { children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-3">
      <p>{children}</p>
      <LinkButton href="/contact" size="sm" variant="secondary" className="self-start">
        Write to us
      </LinkButton>
    </div>
  );
}

import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import type { ComplimentaryPlan } from "@/lib/complimentary-plans/types";
import { formatCredits } from "@/lib/shared/format";

/** A plan that support gave: what it brings, and until when. */
export function ComplimentaryFacts({
  plan: { planName, monthlyMilli, endsAt },
}: {
  plan: ComplimentaryPlan;
}) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="text-lg font-semibold">{planName}</span>
        <Badge tone="positive">On us</Badge>
      </p>
      <p className="mt-0.5 text-ink-muted">
        {formatCredits(monthlyMilli)} credits each month, until{" "}
        <DateTime value={new Date(endsAt.getTime() - 1)} className="text-ink" />. You pay nothing. If you
        choose a plan before, that takes its place, and the credits you have stay.
      </p>
    </>
  );
}

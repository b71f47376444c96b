import { Alert } from "@/components/ui/alert";
import { NextPlan } from "./next-plan";
import type { QuotaPlan } from "./next-plan-rows";
import { QuotaReset } from "./quota-reset";
import { toQuotaTitle, type QuotaRefusal } from "./quota-words";

type QuotaRefusedProps = {
  refusal: QuotaRefusal;
  plan: QuotaPlan;
  /** What was kept: "Your input is still here." */
  kept?: string;
};

/** A limit that is reached: what was used, when it begins anew, and what the next plan gives. */
export function QuotaRefused({ refusal, plan, kept }: QuotaRefusedProps) {
  return (
    <Alert tone="warning" title={`${toQuotaTitle(refusal)}.`}>
      <p className="mb-3">
        <QuotaReset kind={refusal.kind} resetsAt={refusal.resetsAt} /> You were not charged.
        {kept ? ` ${kept}` : ""}
      </p>
      <NextPlan plan={plan} kind={refusal.kind} />
    </Alert>
  );
}

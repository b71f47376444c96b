import {
  quotaKinds,
  quotaTerms,
  type Entitlement,
  type NextQuotaPlan,
  type QuotaKind,
} from "@/lib/quotas/types";
import { formatQuota } from "./format-quota";

/** As much of what somebody may use as upgrade prompts show. */
export type QuotaPlan = Pick<Entitlement, "planName" | "limits" | "overrides" | "next">;

/** A limit that an admin set for this person stays what it is with another plan. */
export const isOwnLimit = ({ overrides }: QuotaPlan, kind: QuotaKind): boolean =>
  overrides.some((override) => override.kind === kind);

export interface NextPlanRow {
  kind: QuotaKind;
  label: string;
  now: string;
  then: string;
}

/** The limits that the next plan raises, the one that matters now first. */
export function toNextPlanRows(plan: QuotaPlan, next: NextQuotaPlan, first?: QuotaKind): NextPlanRow[] {
  const raised = quotaKinds.filter((kind) => {
    const [now, then] = [plan.limits[kind], next.limits[kind]];
    return !isOwnLimit(plan, kind) && now !== null && (then === null || then > now);
  });
  return raised
    .sort((a, b) => Number(b === first) - Number(a === first))
    .map((kind) => ({
      ...{ kind, label: quotaTerms[kind].label },
      now: formatQuota(kind, plan.limits[kind]),
      then: formatQuota(kind, next.limits[kind]),
    }));
}

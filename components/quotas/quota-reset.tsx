import { DateTime } from "@/components/ui/date-time";
import { quotaTerms, type QuotaKind } from "@/lib/quotas/types";

type QuotaResetProps = { kind: QuotaKind; resetsAt: Date | null };

/** When use begins at nothing again, in the person's own time. */
export function QuotaReset({ kind, resetsAt }: QuotaResetProps) {
  if (!resetsAt) return null;
  const { window } = quotaTerms[kind];
  if (window === "minute") return <>It begins anew with each minute.</>;
  return window === "day" ? (
    <>
      It begins anew at <DateTime value={resetsAt} show="clock" />.
    </>
  ) : (
    <>
      It begins anew on <DateTime value={resetsAt} show="minute" />.
    </>
  );
}

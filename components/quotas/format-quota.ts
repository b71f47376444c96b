import { formatCount } from "@/lib/shared/format";
import { formatSize } from "@/lib/shared/format-size";
import { quotaTerms, type QuotaKind } from "@/lib/quotas/types";

/** An amount of a kind as people read it; null is unlimited. */
export function formatQuota(kind: QuotaKind, amount: bigint | number | null): string {
  if (amount === null) return "Unlimited";
  return quotaTerms[kind].unit === "bytes" ? formatSize(Number(amount)) : formatCount(amount);
}

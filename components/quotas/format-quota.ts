import { formatCount } from "@/lib/shared/format";
import { quotaTerms, type QuotaKind } from "@/lib/quotas/types";

const units = ["B", "KiB", "MiB", "GiB", "TiB"];

/** Limits of size are powers of two, and so are the units that they are told in: `1073741824` is "1 GiB". */
function formatSize(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 }).format(bytes / 1024 ** power);
  return `${value} ${units[power] ?? "B"}`;
}

/** An amount of a kind as people read it; null is unlimited. */
export function formatQuota(kind: QuotaKind, amount: bigint | number | null): string {
  if (amount === null) return "Unlimited";
  return quotaTerms[kind].unit === "bytes" ? formatSize(Number(amount)) : formatCount(amount);
}

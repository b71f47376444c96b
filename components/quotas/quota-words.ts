import type { QuotaKind } from "@/lib/quotas/types";
import { formatQuota } from "./format-quota";

/** What a refusal `quotas.exceeded` tells. */
export interface QuotaRefusal {
  kind: QuotaKind;
  limit: bigint | number;
  used: bigint | number;
  resetsAt: Date | null;
}

const usedUp: Readonly<Record<QuotaKind, (used: string, limit: string) => string>> = {
  runs_per_day: (used, limit) => `You have used ${used} of ${limit} runs today`,
  runs_per_month: (used, limit) => `You have used ${used} of ${limit} runs this month`,
  api_calls_per_minute: (used, limit) => `You have made ${used} of ${limit} API calls in this minute`,
  api_calls_per_month: (used, limit) => `You have made ${used} of ${limit} API calls this month`,
  storage_bytes: (used, limit) => `You have used ${used} of ${limit} of storage`,
  projects: (used, limit) => `You have ${used} of ${limit} projects`,
  upload_bytes: (_, limit) => `This is larger than the ${limit} that one upload may have`,
};

const noneAllowed: Readonly<Record<QuotaKind, string>> = {
  runs_per_day: "You can’t run services: your limit is 0 runs a day",
  runs_per_month: "You can’t run services: your limit is 0 runs a month",
  api_calls_per_minute: "You can’t call the API: your limit is 0 calls a minute",
  api_calls_per_month: "You can’t call the API: your limit is 0 calls a month",
  storage_bytes: "You can’t store anything: your limit is 0 bytes",
  projects: "You can’t have projects: your limit is 0",
  upload_bytes: "You can’t upload anything: your limit is 0 bytes",
};

/** "You have used 50 of 50 runs today". */
export function toQuotaTitle({ kind, used, limit }: Omit<QuotaRefusal, "resetsAt">): string {
  if (BigInt(limit) <= 0n) return noneAllowed[kind];
  return usedUp[kind](formatQuota(kind, used), formatQuota(kind, limit));
}

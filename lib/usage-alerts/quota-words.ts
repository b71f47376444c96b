import type { EmailMessage } from "@/emails/types";
import { quotaTerms, type Entitlement, type QuotaKind } from "@/lib/quotas/types";
import { formatCount, formatCredits, formatMinute } from "@/lib/shared/format";
import { formatSize } from "@/lib/shared/format-size";
import { windowEnd } from "./policy";
import type { Reader } from "./queries";
import type { RaisedAlert } from "./types";

/** After "of your", and what is refused at the limit; null for what nobody is told of. */
const words: Readonly<Record<QuotaKind, { what: string; refused: string } | null>> = {
  runs_per_day: { what: "runs today", refused: "New runs are" },
  runs_per_month: { what: "runs this month", refused: "New runs are" },
  api_calls_per_minute: null,
  api_calls_per_month: { what: "API calls this month", refused: "Calls of the API are" },
  storage_bytes: { what: "storage", refused: "New files are" },
  projects: { what: "projects", refused: "New projects are" },
  upload_bytes: null,
};

const rhythms = { day: "a day for each limit", month: "a month for each limit" } as const;

const write = (kind: QuotaKind, amount: bigint) =>
  quotaTerms[kind].unit === "bytes" ? formatSize(Number(amount)) : formatCount(amount);

/** The plan above, where it gives more of this kind. */
function nextWords(kind: QuotaKind, limit: bigint, { next }: Entitlement) {
  const more = next?.limits[kind];
  if (!next || more === undefined || (more !== null && more <= limit)) return null;
  return {
    planName: next.planName,
    limit: more === null ? "unlimited" : write(kind, more),
    credits: formatCredits(BigInt(next.creditsPerMonth) * 1_000n),
  };
}

interface Told {
  alert: Omit<RaisedAlert, "kind"> & { kind: QuotaKind };
  entitlement: Entitlement;
  reader: Reader;
  appUrl: string;
}

/** What the mail and the notice say; null for kinds of which nobody is told. */
export function toQuotaMessage({ alert, entitlement, reader, appUrl }: Told): EmailMessage | null {
  const { kind, limit, used, percent, startsAt } = alert;
  const word = words[kind];
  if (!word) return null;
  const { window } = quotaTerms[kind];
  const end = windowEnd(window, startsAt);
  const props = {
    ...word,
    ...{ percent: `${percent}%`, used: write(kind, used), limit: write(kind, limit) },
    rhythm: window === "day" || window === "month" ? rhythms[window] : "for each limit",
    resetsAt: end && formatMinute(end, reader.timeZone ?? "UTC"),
    planName: entitlement.planName,
    next: nextWords(kind, limit, entitlement),
    ...{ usageUrl: `${appUrl}/usage`, plansUrl: `${appUrl}/billing/plans` },
  };
  return { template: percent >= 100 ? "quota-reached" : "quota-near", props };
}

import { Activity, BellRing, CircleSlash, type LucideIcon } from "lucide-react";
import { spikeWords } from "@/app/(app)/admin/usage/_components/spike-words";
import { formatDay } from "@/components/charts/format-day";
import { formatQuota } from "@/components/quotas/format-quota";
import { DateTime } from "@/components/ui/date-time";
import { quotaTerms } from "@/lib/quotas/types";
import { formatCount } from "@/lib/shared/format";
import type { FoundSpike, LimitEvent } from "@/lib/usage/types";

interface Told {
  key: string;
  at: Date;
  Icon: LucideIcon;
  tone: string;
  title: string;
  detail: string;
}

const mostShown = 12;

type UsageEventsProps = { events: readonly LimitEvent[]; spikes: readonly FoundSpike[] };

/** Refusals, alerts and spikes in one order, the latest first. */
export function UsageEvents({ events, spikes }: UsageEventsProps) {
  const told = [...events.map(toTold), ...spikes.map(toldOfSpike)]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, mostShown);
  return (
    <ul className="mt-3 divide-y divide-line border-t border-line">
      {told.map(({ key, at, Icon, tone, title, detail }) => (
        <li key={key} className="flex items-start gap-3 px-5 py-3">
          <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${tone}`} />
          <div className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4 text-[0.8125rem] text-ink-muted">
            <div className="min-w-0">
              <p className="text-sm font-medium text-ink">{title}</p>
              <p data-figures>{detail}</p>
            </div>
            <p>
              <DateTime value={at} show="minute" />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function toTold({ what, kind, at, percent, times, limit }: LimitEvent): Told {
  const key = `${what} ${kind} ${at.getTime()} ${percent ?? ""}`;
  const detail = `${quotaTerms[kind].label}: at most ${formatQuota(kind, limit)}`;
  if (what === "refused") {
    const title = `Refused ${times === 1 ? "once" : `${formatCount(times)} times`}`;
    return { key, at, Icon: CircleSlash, tone: "text-danger", title, detail };
  }
  return {
    key,
    at,
    Icon: BellRing,
    tone: "text-warning",
    title: `Told that ${percent ?? 0}% is used`,
    detail,
  };
}

const toldOfSpike = (spike: FoundSpike): Told => ({
  ...{ key: `spike ${spike.day}`, at: spike.foundAt, Icon: Activity, tone: "text-accent-ink" },
  ...{ title: `Spike on ${formatDay(spike.day)}`, detail: spikeWords(spike) },
});

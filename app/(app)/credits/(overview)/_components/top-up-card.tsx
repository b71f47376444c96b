import { ChevronRight, RefreshCw } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { AutoTopUp } from "@/lib/auto-top-up/types";
import { formatCredits, formatMoney } from "@/lib/shared/format";

function describe(settings: AutoTopUp | null): string {
  if (settings?.enabled) {
    const { itemName, thresholdMilli, amountMinor, currency } = settings;
    return `${itemName} for ${formatMoney(amountMinor, currency)} below ${formatCredits(thresholdMilli)}`;
  }
  return settings?.stoppedBecause ? "It switched itself off: see why" : "Never run out in the middle of work";
}

/** Whether credits come by themselves, and the way to change it. */
export function TopUpCard({ settings }: { settings: AutoTopUp | null }) {
  const stopped = !settings?.enabled && settings?.stoppedBecause;
  return (
    <Card aria-label="Auto top-up">
      <Link
        href="/credits/auto-top-up"
        className="flex items-center gap-3.5 rounded-lg px-5 py-4 -outline-offset-2! hover:bg-hover"
      >
        <RefreshCw aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2 font-medium">
            Auto top-up
            <Badge tone={settings?.enabled ? "positive" : stopped ? "warning" : "neutral"}>
              {settings?.enabled ? "On" : "Off"}
            </Badge>
          </span>
          <span className="block text-[0.8125rem] text-ink-muted">{describe(settings)}</span>
        </span>
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
      </Link>
    </Card>
  );
}

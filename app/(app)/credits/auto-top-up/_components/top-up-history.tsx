import { RefreshCw } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import type { TopUp } from "@/lib/auto-top-up/types";
import { toStatusWords } from "./top-up-words";

/** The latest purchases that nobody clicked. */
export function TopUpHistory({ topUps }: { topUps: readonly TopUp[] }) {
  return (
    <Card aria-labelledby="top-ups">
      <CardHeader
        id="top-ups"
        title="What was bought by itself"
        description="Receipts are in your payment history."
      />
      {topUps.length === 0 ? (
        <EmptyState icon={RefreshCw} title="Nothing yet">
          Each purchase stands here as soon as it is made.
        </EmptyState>
      ) : (
        <ul className="mt-3 divide-y divide-line border-t border-line">
          {topUps.map((topUp) => (
            <TopUpRow key={topUp.id} topUp={topUp} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function TopUpRow({ topUp }: { topUp: TopUp }) {
  const { itemName, amountMinor, currency, cardLabel, paymentId, at } = topUp;
  const { label, tone } = toStatusWords(topUp);
  return (
    <li className="relative flex items-start justify-between gap-4 px-5 py-3.5 hover:bg-sunken">
      <div className="min-w-0">
        {paymentId ? (
          <Link
            href={`/billing/history/${paymentId}` as Route}
            className="rounded-xs font-medium after:absolute after:inset-0 hover:underline hover:underline-offset-4"
          >
            {itemName}
          </Link>
        ) : (
          <span className="font-medium">{itemName}</span>
        )}
        <p className="text-[0.8125rem] text-ink-muted">
          <DateTime value={at} show="minute" /> · <span className="whitespace-nowrap">{cardLabel}</span>
        </p>
      </div>
      <div className="shrink-0 text-right">
        <Money amountMinor={amountMinor} currency={currency} className="font-medium" />
        <span className="mt-1 block">
          <Badge tone={tone}>{label}</Badge>
        </span>
      </div>
    </li>
  );
}

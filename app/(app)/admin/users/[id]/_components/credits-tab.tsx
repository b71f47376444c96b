import { History } from "lucide-react";
import { AccountNotices } from "@/components/credits/account-notices";
import { BalanceCard } from "@/components/credits/balance-card";
import { BurnOrder } from "@/components/credits/burn-order";
import { ExpiryTimeline } from "@/components/credits/expiry-timeline";
import { ExplanationCard } from "@/components/credits/explanation-card";
import { HistoryFilters } from "@/components/credits/history-filters";
import { loadHistorySearch, toHistorySearch } from "@/components/credits/history-search";
import { HistoryTable } from "@/components/credits/history-table";
import { isFiltered, toEntryFilter } from "@/components/credits/to-entry-filter";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { listAdjustments } from "@/lib/credit-adjustments";
import { explainBalance, getCreditOverview, listEntries } from "@/lib/credits";
import { AdjustmentsCard } from "../adjust/_components/adjustments-card";
import type { TabProps } from "./tab-props";

/** What the member sees of their credits, by the same parts that show it to them. */
export async function CreditsTab({ ctx, userId, search }: TabProps) {
  const { before, after, ...filter } = loadHistorySearch(search);
  const [overview, explanation, { entries, older, newer }, { adjustments }] = await Promise.all([
    getCreditOverview(ctx, userId),
    explainBalance(ctx, userId),
    listEntries(ctx, {
      ...{ userId, ...toEntryFilter(filter), limit: 25 },
      ...(before === null ? {} : { before }),
      ...(after === null || before !== null ? {} : { after }),
    }),
    listAdjustments(ctx, { userId }),
  ]);
  const path = `/admin/users/${userId}`;
  return (
    <>
      <p className="mb-4 text-ink-muted">As the member sees it.</p>
      <AccountNotices overview={overview} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <BalanceCard overview={overview} plansHref={null} />
          {overview.balance.version === 0n ? null : <ExplanationCard explanation={explanation} />}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <BurnOrder lots={overview.lots} />
          <ExpiryTimeline expiries={overview.expiries} now={ctx.clock.now()} />
        </div>
      </div>
      <Card aria-labelledby="movements" className="mt-6">
        <CardHeader id="movements" title="Movements" />
        <div className="mt-3 border-t border-line">
          <HistoryFilters path={path} />
        </div>
        {entries.length === 0 ? (
          <EmptyState
            icon={History}
            title={isFiltered(filter) ? "No movement fits these filters" : "Nothing has moved yet"}
          >
            {isFiltered(filter) ? "Take a filter away or widen the dates." : "No credits came in so far."}
          </EmptyState>
        ) : (
          <HistoryTable entries={entries} />
        )}
        <Pagination
          label="History pages"
          previousHref={newer === null ? null : toHistorySearch(path, { ...filter, after: newer })}
          nextHref={older === null ? null : toHistorySearch(path, { ...filter, before: older })}
        />
      </Card>
      {adjustments.length > 0 ? <AdjustmentsCard userId={userId} adjustments={adjustments} /> : null}
    </>
  );
}

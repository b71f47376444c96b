import type { Metadata } from "next";
import { Suspense } from "react";
import { BlockBoundary } from "@/components/layout/block-boundary";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { openMemberPage } from "@/lib/auth";
import { BalanceCard } from "./_components/balance-card";
import { ExportLinks } from "./_components/export-links";
import { Figures } from "./_components/figures";
import { LimitsCard, LimitsFrame } from "./_components/limits-card";
import { RangeLine } from "./_components/range-line";
import { UsageBar } from "./_components/usage-bar";
import { selectDays } from "./_datasets/usage-question";
import { readRange } from "./_range/read-search";
import { readRecentUsage, readUsageOf } from "./read-usage";
import { loadUsageSearch } from "./search-params";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage({ searchParams }: PageProps<"/usage">) {
  const { user, ctx } = await openMemberPage();
  const [search, recent] = await Promise.all([loadUsageSearch(searchParams), readRecentUsage(ctx, user.id)]);
  const { zone, today, firstDay } = recent;
  const asked = readRange(search, today);
  const whole = { from: asked.before.from, to: asked.range.to };
  const days = await readUsageOf(ctx, user.id, whole);
  const inRange = selectDays(days, asked.range, { kind: null, subject: "", source: null });
  return (
    <>
      <PageHeader
        title="Usage"
        description={<RangeLine asked={asked} zone={zone} ownZone={user.timeZone} today={today} />}
        action={firstDay === null ? null : <ExportLinks search={search} asked={asked} />}
      />
      <UsageBar search={search} asked={asked} days={inRange} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Figures search={search} asked={asked} days={days} firstDay={firstDay} />
        <aside aria-label="What is left" className="flex min-w-0 flex-col gap-6">
          <Card aria-label="Balance">
            <BlockBoundary title="The balance">
              <Suspense fallback={<Skeleton className="h-44 w-full rounded-lg" />}>
                <BalanceCard ctx={ctx} userId={user.id} />
              </Suspense>
            </BlockBoundary>
          </Card>
          <LimitsFrame>
            <BlockBoundary title="The limits">
              <Suspense fallback={<Skeleton className="h-120 w-full rounded-lg" />}>
                <LimitsCard ctx={ctx} userId={user.id} />
              </Suspense>
            </BlockBoundary>
          </LimitsFrame>
        </aside>
      </div>
    </>
  );
}

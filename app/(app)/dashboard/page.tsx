import { Plus } from "lucide-react";
import { type Metadata } from "next";

import { RecentEntries } from "@/components/credits/recent-entries";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { getCreditOverview, listEntries } from "@/lib/credits";
import { getQuotaMeters } from "@/lib/quotas";
import { listServices, listSwitchedOff } from "@/lib/services";

import { BalanceOverview } from "./_components/balance-overview";
import { FirstSteps } from "./_components/first-steps";
import { LimitsCard } from "./_components/limits-card";
import { ServiceShortcuts } from "./_components/service-shortcuts";
import { UsageCard } from "./_components/usage-card";
import { periodDays, runsLeft, summariseUsage } from "./summarise-usage";

export const metadata: Metadata = { title: "Dashboard" };

const dayMs = 24 * 60 * 60 * 1000;

export default async function DashboardPage() {
  const { user, ctx } = await openMemberPage();
  const now = ctx.clock.now();
  const [overview, page, off, meters] = await Promise.all([
    getCreditOverview(ctx, user.id),
    listEntries(ctx, { userId: user.id, from: new Date(now.getTime() - 2 * periodDays * dayMs), limit: 200 }),
    listSwitchedOff(ctx.db),
    getQuotaMeters(ctx, user.id),
  ]);
  const usage = summariseUsage(page, now);
  const hasCredits = overview.balance.version > 0n;
  const hasRun =
    usage.usualRunMilli !== null ||
    (await listEntries(ctx, { userId: user.id, reasons: ["spend", "capture"], limit: 1 })).entries.length > 0;

  return (
    <>
      <PageHeader
        title="Dashboard"
        action={
          hasCredits ? (
            <LinkButton href="/credits/buy">
              <Plus aria-hidden="true" />
              Buy credits
            </LinkButton>
          ) : null
        }
      />
      <div className="flex flex-col gap-6">
        {hasRun ? null : <FirstSteps hasCredits={hasCredits} hasRun={hasRun} />}
        <div className="grid items-start gap-6 lg:grid-cols-[2fr_3fr]">
          <div className="flex min-w-0 flex-col gap-6">
            <BalanceOverview
              overview={overview}
              runsLeft={runsLeft(overview.balance.totalMilli, usage.usualRunMilli)}
            />
            <ServiceShortcuts services={listServices().filter(({ slug }) => !off.includes(slug))} />
            {hasRun ? <LimitsCard meters={meters} /> : null}
          </div>
          <div className="flex min-w-0 flex-col gap-6">
            {page.entries.length > 1 ? <UsageCard usage={usage} entries={page.entries} now={now} /> : null}
            <RecentEntries entries={page.entries.slice(0, 5)} />
          </div>
        </div>
      </div>
    </>
  );
}

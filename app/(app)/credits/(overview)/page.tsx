import { Plus } from "lucide-react";
import { type Metadata } from "next";

import { RecentEntries } from "@/components/credits/recent-entries";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { findAutoTopUp } from "@/lib/auto-top-up";
import { explainBalance, getCreditOverview, listEntries } from "@/lib/credits";

import { AccountNotices } from "@/components/credits/account-notices";
import { BalanceCard } from "@/components/credits/balance-card";
import { BurnOrder } from "@/components/credits/burn-order";
import { ExpiryTimeline } from "@/components/credits/expiry-timeline";
import { ExplanationCard } from "@/components/credits/explanation-card";
import { NoCreditsYet } from "./_components/no-credits-yet";
import { TopUpCard } from "./_components/top-up-card";

export const metadata: Metadata = { title: "Credits" };

export default async function CreditsPage() {
  const { user, ctx } = await openMemberPage();
  const [overview, explanation, page, topUp] = await Promise.all([
    getCreditOverview(ctx, user.id),
    explainBalance(ctx, user.id),
    listEntries(ctx, { userId: user.id, limit: 5 }),
    findAutoTopUp(ctx, user.id),
  ]);
  return (
    <>
      <PageHeader
        title="Credits"
        description="What you have, where it came from and how long it lasts."
        action={
          <LinkButton href="/credits/buy">
            <Plus aria-hidden="true" />
            Buy credits
          </LinkButton>
        }
      />
      <AccountNotices overview={overview} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <BalanceCard overview={overview} plansHref="/billing/plans" />
          {overview.balance.version === 0n ? <NoCreditsYet /> : <ExplanationCard explanation={explanation} />}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <TopUpCard settings={topUp} />
          <BurnOrder lots={overview.lots} />
          <ExpiryTimeline expiries={overview.expiries} now={ctx.clock.now()} />
          <RecentEntries entries={page.entries} />
        </div>
      </div>
    </>
  );
}

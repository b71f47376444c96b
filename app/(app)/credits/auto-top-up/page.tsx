import type { Metadata } from "next";
import { Suspense } from "react";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { openMemberPage } from "@/lib/auth";
import { getAutoTopUp } from "@/lib/auto-top-up";
import { getBalance } from "@/lib/credits";
import { ChargedCard } from "./_components/charged-card";
import { SettingsSkeleton } from "./_components/settings-skeleton";
import { StandingCard } from "./_components/standing-card";
import { TopUpHistory } from "./_components/top-up-history";
import { TopUpSettings } from "./_components/top-up-settings";
import { stopWords } from "./_components/top-up-words";

export const metadata: Metadata = { title: "Auto top-up" };

export default async function AutoTopUpPage() {
  const { user, ctx } = await openMemberPage();
  const [view, balance] = await Promise.all([getAutoTopUp(ctx, user.id), getBalance(ctx, user.id)]);
  const stopped = view.settings?.stoppedBecause;
  const words = stopped ? stopWords[stopped] : null;
  return (
    <>
      <PageHeader
        title="Auto top-up"
        parents={[{ label: "Credits", href: "/credits" }]}
        description="A pack is bought with your saved card before your credits run out, within a cap that you set."
      />
      {words ? (
        <Alert
          tone="warning"
          title={words.title}
          className="mb-6"
          action={
            words.action ? (
              <LinkButton href={words.action.href} variant="secondary" size="sm">
                {words.action.label}
              </LinkButton>
            ) : null
          }
        >
          {words.text}
        </Alert>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card aria-labelledby="settings">
            <CardHeader id="settings" title="What to buy, and when" />
            <CardBody>
              <Suspense fallback={<SettingsSkeleton />}>
                <TopUpSettings settings={view.settings} />
              </Suspense>
            </CardBody>
          </Card>
          <TopUpHistory topUps={view.topUps} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 max-lg:order-first">
          <StandingCard view={view} balanceMilli={balance.totalMilli} debtMilli={balance.debtMilli} />
          <Suspense fallback={<Skeleton className="h-18" />}>
            <ChargedCard />
          </Suspense>
        </div>
      </div>
    </>
  );
}

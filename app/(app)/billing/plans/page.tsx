import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { listPlansForSale } from "@/lib/catalog";
import { getBalance } from "@/lib/credits";
import { findOpenInvoice, getPlan, hadPlan } from "@/lib/subscriptions";
import { CurrentPlan } from "./_components/current-plan";
import { toDoneWords } from "./_components/done-words";
import { GivenPlan } from "./_components/given-plan";
import { GoodToKnow } from "./_components/good-to-know";
import { PlanDialogs } from "./_components/plan-dialogs";
import { PlanGrid } from "./_components/plan-grid";
import { loadPlansSearch } from "./search-params";
import { toPlanOffers } from "./to-plan-offers";

export const metadata: Metadata = { title: "Plans" };

export default async function PlansPage({ searchParams }: PageProps<"/billing/plans">) {
  const { user, ctx } = await openMemberPage();
  const [search, prices, plan, invoice, balance, mayTry] = await Promise.all([
    loadPlansSearch(searchParams),
    listPlansForSale(ctx.db),
    getPlan(ctx.db, user.id),
    findOpenInvoice(ctx.db, user.id),
    getBalance(ctx, user.id),
    hadPlan(ctx.db, user.id).then((had) => !had),
  ]);
  const chosen = prices.find(({ price }) => price.lookupKey === (search.to ?? search.plan));
  const interval = search.interval ?? chosen?.interval ?? plan?.interval ?? "month";
  const done = search.done && toDoneWords(search.done, plan);
  return (
    <>
      <PageHeader
        title="Plans"
        parents={[{ label: "Billing", href: "/billing" }]}
        description="Credits every month, at a lower price than packs."
      />
      {search.canceled === null ? null : (
        <Alert title="You left the checkout." className="mb-6">
          You were not charged. The plans are still here when you want one.
        </Alert>
      )}
      {done ? (
        <Alert tone="positive" title={done.title} className="mb-6">
          {done.text}
        </Alert>
      ) : null}
      <div className="flex flex-col gap-10">
        {plan ? (
          <CurrentPlan
            plan={plan}
            nextAttemptAt={invoice?.nextAttemptAt ?? null}
            leftMilli={balance.subscriptionMilli}
          />
        ) : (
          <GivenPlan />
        )}
        <PlanGrid
          offers={toPlanOffers(prices)}
          interval={interval}
          plan={plan}
          mayTry={mayTry}
          chosenKey={search.plan}
        />
      </div>
      <GoodToKnow />
      {plan ? (
        <PlanDialogs user={user} plan={plan} prices={prices} search={search} interval={interval} />
      ) : null}
    </>
  );
}

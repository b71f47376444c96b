import type { Metadata } from "next";
import { CreditAmount } from "@/components/credits/credit-amount";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { listPacksForSale } from "@/lib/catalog";
import { getBalance } from "@/lib/credits";
import { GoodToKnow } from "./_components/good-to-know";
import { PackGrid } from "./_components/pack-grid";

export const metadata: Metadata = { title: "Buy credits" };

export default async function BuyCreditsPage({ searchParams }: PageProps<"/credits/buy">) {
  const { user, ctx } = await openMemberPage();
  const [{ canceled }, packs, balance] = await Promise.all([
    searchParams,
    listPacksForSale(ctx.db),
    getBalance(ctx, user.id),
  ]);
  return (
    <>
      <PageHeader
        title="Buy credits"
        parents={[{ label: "Credits", href: "/credits" }]}
        description={
          <>
            Paid once, yours until you spend them. You have{" "}
            <CreditAmount creditsMilli={balance.totalMilli} unit className="font-medium text-ink" /> now.
          </>
        }
      />
      {canceled ? (
        <Alert title="You left the checkout." className="mb-6">
          You were not charged. The packs are still here when you want one.
        </Alert>
      ) : null}
      <PackGrid packs={packs} />
      <GoodToKnow />
    </>
  );
}

import type { Metadata } from "next";
import { Notice } from "@/app/(app)/settings/_components/notice";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { compareCatalog } from "@/lib/catalog";
import type { AppContext } from "@/lib/context";
import { DomainError } from "@/lib/shared/errors";
import { openAdminContext } from "../admin-context";
import { catalogNotices } from "./_components/catalog-words";
import { OtherPrices, PriceTable } from "./_components/price-table";
import { SyncCard } from "./_components/sync-card";

export const metadata: Metadata = { title: "Catalogue" };

/** Null while Stripe does not answer. */
async function compare(ctx: AppContext) {
  try {
    return await compareCatalog(ctx);
  } catch (error) {
    if (error instanceof DomainError && error.kind === "unavailable") return null;
    throw error;
  }
}

export default async function CatalogPage({ searchParams }: PageProps<"/admin/catalog">) {
  const { ctx } = await openAdminContext();
  const comparison = await compare(ctx);
  return (
    <>
      <PageHeader
        title="Catalogue"
        description="What we sell, beside what Stripe sells. Checkout asks for what Stripe has."
      />
      <Notice kind={(await searchParams).notice} words={catalogNotices} />
      {comparison ? (
        <div className="flex flex-col gap-6">
          <PriceTable prices={comparison.prices} />
          <SyncCard changes={comparison.changes} token={comparison.token} />
          {comparison.others.length > 0 ? <OtherPrices prices={comparison.others} /> : null}
        </div>
      ) : (
        <ErrorState title="Stripe does not answer.">
          People buy by the copy that was made last. Reload the page to try again.
        </ErrorState>
      )}
    </>
  );
}

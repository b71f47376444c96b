import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { openMemberPage } from "@/lib/auth";
import { listBillingRecords } from "@/lib/payments";
import { BillingFilters } from "./_components/billing-filters";
import { EmptyBilling } from "./_components/empty-billing";
import { RecordTable } from "./_components/record-table";
import { loadBillingSearch, toBillingHistoryHref } from "./search-params";

export const metadata: Metadata = { title: "Payment history" };

export default async function BillingHistoryPage({ searchParams }: PageProps<"/billing/history">) {
  const { user, ctx } = await openMemberPage();
  const { before, after, type, status } = await loadBillingSearch(searchParams);
  const { records, older, newer } = await listBillingRecords(ctx, {
    userId: user.id,
    ...(type ? { type } : {}),
    ...(status ? { status } : {}),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  });
  const filter = { type, status };
  const filtered = type !== null || status !== null;
  const none = records.length === 0 && !filtered && !before && !after;
  return (
    <>
      <PageHeader
        title="Payment history"
        parents={[{ label: "Billing", href: "/billing" }]}
        description="Everything you paid, tried to pay and got back, with receipts and invoices."
      />
      <Card aria-label="Payments">
        {none ? null : <BillingFilters />}
        {records.length === 0 ? <EmptyBilling filtered={!none} /> : <RecordTable records={records} />}
        <Pagination
          label="Payment pages"
          previousHref={newer && toBillingHistoryHref({ ...filter, after: newer })}
          nextHref={older && toBillingHistoryHref({ ...filter, before: older })}
        />
      </Card>
    </>
  );
}

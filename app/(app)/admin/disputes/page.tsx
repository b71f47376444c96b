import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { listDisputes } from "@/lib/disputes";
import { ListFilters, type ListFilter } from "../_components/list-filters";
import { openAdminContext } from "../admin-context";
import { DisputeTable } from "./_components/dispute-table";
import { loadDisputeSearch, toDisputesHref } from "./search-params";

export const metadata: Metadata = { title: "Disputes" };

const filters: readonly ListFilter[] = [
  {
    ...{ control: "choice", name: "stage", label: "State", all: "All disputes" },
    options: { due: "Answer wanted", open: "Not decided", lost: "Lost", won: "Won or closed" },
  },
];

export default async function DisputesPage({ searchParams }: PageProps<"/admin/disputes">) {
  const { ctx, origin } = await openAdminContext();
  const { stage, before, after } = await loadDisputeSearch(searchParams);
  const page = await listDisputes(ctx, { stage, next: before, previous: after }, origin);
  return (
    <>
      <PageHeader
        title="Disputes"
        description="What cardholders asked their banks to take back. Evidence is sent in Stripe’s dashboard; credits follow by themselves."
      />
      <Card aria-label="Disputes">
        <ListFilters path="/admin/disputes" label="Filter the disputes" filters={filters} />
        {page.disputes.length === 0 ? (
          <EmptyState icon={ShieldCheck} title="No dispute is like that">
            Disputes and inquiries of banks stand here as soon as Stripe tells of them.
          </EmptyState>
        ) : (
          <DisputeTable disputes={page.disputes} now={ctx.clock.now()} />
        )}
        <Pagination
          label="Pages of disputes"
          previousHref={page.previous ? toDisputesHref({ stage, after: page.previous }) : null}
          nextHref={page.next ? toDisputesHref({ stage, before: page.next }) : null}
        />
      </Card>
    </>
  );
}

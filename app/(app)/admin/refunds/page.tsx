import type { Metadata } from "next";
import { UserCheck } from "lucide-react";
import { ListFilters } from "@/app/(app)/admin/_components/list-filters";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { listRefundRequests } from "@/lib/refunds";
import { openAdminContext } from "../admin-context";
import { RequestTable } from "./_components/request-table";
import { requestWords } from "./_components/request-words";
import { loadRequestsSearch, requestStates, toRequestsHref } from "./search-params";

export const metadata: Metadata = { title: "Refund approvals" };

const options = {
  ...Object.fromEntries(requestStates.slice(1).map((state) => [state, requestWords[state].label])),
  all: "All",
};

export default async function RefundsPage({ searchParams }: PageProps<"/admin/refunds">) {
  const { ctx } = await openAdminContext();
  const { status, before, after } = await loadRequestsSearch(searchParams);
  const shown = status === "all" ? undefined : status;
  const { requests, older, newer } = await listRefundRequests(ctx, { status: shown, before, after });
  return (
    <>
      <PageHeader
        title="Refund approvals"
        description="Refunds that are more than one admin may give back alone. Another than who asked decides."
      />
      <Card aria-label="Requests">
        <ListFilters
          path="/admin/refunds"
          label="Narrow the requests"
          filters={[{ name: "status", label: "State", control: "choice", all: "Waiting", options }]}
        />
        {requests.length === 0 ? (
          <EmptyState
            icon={UserCheck}
            title={status === "waiting" ? "Nothing waits for you" : "None is like that"}
          >
            Refunds above the amount of REFUND_APPROVAL_ABOVE come here, and stay until somebody decides.
          </EmptyState>
        ) : (
          <RequestTable requests={requests} />
        )}
        <Pagination
          label="Pages of requests"
          previousHref={newer ? toRequestsHref({ status, after: newer }) : null}
          nextHref={older ? toRequestsHref({ status, before: older }) : null}
        />
      </Card>
    </>
  );
}

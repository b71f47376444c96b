import type { Metadata } from "next";
import { openAdminContext } from "@/app/(app)/admin/admin-context";
import { orNotFound } from "@/app/(app)/or-not-found";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { viewRefundRequest } from "@/lib/refunds";
import { formatMoney } from "@/lib/shared/format";
import { toRefundHref } from "../../payments/[id]/refund/search-params";
import { readHoldings } from "../_components/read-holdings";
import { Decision } from "./_components/decision";
import { RequestCard } from "./_components/request-card";

export const metadata: Metadata = { title: "Refund request" };

export default async function RefundRequestPage({ params }: PageProps<"/admin/refunds/[id]">) {
  const { ctx, origin } = await openAdminContext();
  const { id: requestId } = await params;
  const view = await orNotFound(() => viewRefundRequest(ctx, { requestId, origin }));
  const { request } = view;
  const holdings = await readHoldings(ctx, request.userId);
  const money = formatMoney(request.amountMinor, request.currency);
  return (
    <>
      <PageHeader
        title={`Refund of ${money}`}
        parents={[{ label: "Refund approvals", href: "/admin/refunds" }]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {request.status === "approved" ? (
            <Alert
              tone="positive"
              title="Approved."
              action={
                <LinkButton
                  href={toRefundHref(request.paymentId, { done: request.id })}
                  variant="secondary"
                  size="sm"
                >
                  Follow the refund
                </LinkButton>
              }
            >
              Stripe is asked for it, and asked again until it answers.
            </Alert>
          ) : null}
          {request.status === "declined" || request.status === "withdrawn" ? (
            <Alert title={request.status === "declined" ? "Declined." : "Withdrawn."}>
              Nothing was refunded, and what was reserved is free again.
            </Alert>
          ) : null}
          <Decision {...view} holdings={holdings} />
        </div>
        <RequestCard request={request} />
      </div>
    </>
  );
}

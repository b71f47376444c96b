import type { Metadata, Route } from "next";
import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { openAdminContext } from "@/app/(app)/admin/admin-context";
import { readHoldings } from "@/app/(app)/admin/refunds/_components/read-holdings";
import { refundFailures } from "@/app/(app)/admin/refunds/_components/refund-failures";
import { orNotFound } from "@/app/(app)/or-not-found";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { viewRefunds } from "@/lib/refunds";
import { AmountForm } from "./_components/amount-form";
import { ConfirmRefund } from "./_components/confirm-refund";
import { DoneNotice } from "./_components/done-notice";
import { PaymentCard } from "./_components/payment-card";
import { RefundsCard } from "./_components/refunds-card";
import { readPreview } from "./read-preview";
import { loadRefundSearch } from "./search-params";

export const metadata: Metadata = { title: "Refund" };

export default async function RefundPage({ params, searchParams }: PageProps<"/admin/payments/[id]/refund">) {
  const { ctx, origin } = await openAdminContext();
  const { id: paymentId } = await params;
  const { amount, credits, done } = await loadRefundSearch(searchParams);
  const payment = await orNotFound(() => viewRefunds(ctx, { paymentId, origin }));
  const { obstacle } = payment;
  const obstacleWords = obstacle && toActFailure({ code: `refunds.${obstacle}`, meta: {} }, refundFailures);
  const [read, holdings] = await Promise.all([
    amount === null || obstacle ? null : readPreview(ctx, payment, { amount, credits }),
    readHoldings(ctx, payment.userId),
  ]);
  // What became of refunds leads where it is what one came for.
  const leads = done !== null || obstacle !== null;
  const refused = obstacleWords ?? read?.failure;
  return (
    <>
      <PageHeader
        title="Refund"
        parents={[
          { label: "Payments", href: "/admin/payments" },
          { label: payment.description, href: `/admin/payments/${payment.id}` as Route },
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {done ? <DoneNotice payment={payment} refundId={done} /> : null}
          {refused && !done ? (
            <Alert tone="warning" title={refused.title}>
              {refused.detail}
            </Alert>
          ) : null}
          {obstacle ? null : (
            <Card aria-labelledby="amount-card">
              <CardHeader id="amount-card" title={done ? "Refund more" : "What goes back"} />
              <CardBody>
                <AmountForm
                  payment={payment}
                  amount={amount}
                  credits={credits}
                  problem={read?.problem ?? null}
                />
              </CardBody>
            </Card>
          )}
          {read?.preview ? (
            <ConfirmRefund payment={payment} preview={read.preview} holdings={holdings} credits={credits} />
          ) : null}
          {leads ? <RefundsCard payment={payment} /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <PaymentCard payment={payment} />
          {leads ? null : <RefundsCard payment={payment} />}
        </div>
      </div>
    </>
  );
}

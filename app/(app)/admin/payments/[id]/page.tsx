import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { orNotFound } from "@/app/(app)/or-not-found";
import { Card, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { leftToRefund } from "@/lib/refunds";
import { findPaymentOf, toTimeline, viewPayment } from "@/lib/transactions";
import { openAdminContext } from "../../admin-context";
import { CreditsCard } from "./_components/credits-card";
import { NamesCard } from "./_components/names-card";
import { PaymentSummary } from "./_components/payment-summary";
import { RegisteredNotice } from "./_components/registered-notice";
import { ReturnsCard } from "./_components/returns-card";
import { SidesTable } from "./_components/sides-table";
import { TimelineCard } from "./_components/timeline-card";

export const metadata: Metadata = { title: "Payment" };

export default async function PaymentPage({ params, searchParams }: PageProps<"/admin/payments/[id]">) {
  const { ctx, origin } = await openAdminContext();
  const [{ id }, { notice }] = await Promise.all([params, searchParams]);
  const known = await findPaymentOf(ctx.db, decodeURIComponent(id));
  if (known) redirect(`/admin/payments/${known}` as Route);
  const investigation = await orNotFound(() => viewPayment(ctx, { id, origin }));
  const { payment } = investigation;
  const left = await leftToRefund(ctx.db, payment.id);
  return (
    <>
      <PageHeader
        title={payment.description}
        description={`Payment of ${payment.customer.user.email}`}
        parents={[
          { label: "Admin", href: "/admin" },
          { label: "Payments", href: "/admin/payments" },
        ]}
        action={
          left > 0n ? (
            <LinkButton href={`/admin/payments/${payment.id}/refund` as Route} variant="secondary">
              Refund
            </LinkButton>
          ) : null
        }
      />
      <RegisteredNotice notice={notice} />
      <PaymentSummary payment={payment} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card aria-labelledby="sides">
            <CardHeader id="sides" title="Here and in Stripe" description="Stripe is asked now." />
            <Suspense fallback={<Skeleton className="m-5 h-64" />}>
              <SidesTable ctx={ctx} payment={payment} />
            </Suspense>
          </Card>
          <TimelineCard steps={toTimeline(investigation)} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <CreditsCard investigation={investigation} />
          <ReturnsCard payment={payment} />
          <NamesCard payment={payment} />
        </div>
      </div>
    </>
  );
}

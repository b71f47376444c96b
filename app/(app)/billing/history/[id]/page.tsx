import type { Metadata } from "next";
import { orNotFound } from "@/app/(app)/or-not-found";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { listEntries } from "@/lib/credits";
import { listDocumentsOfPayment } from "@/lib/documents";
import { getPaymentDetail } from "@/lib/payments";
import { AttemptsCard } from "./_components/attempts-card";
import { CreditsCard } from "./_components/credits-card";
import { DisputesCard } from "./_components/disputes-card";
import { DocumentsCard } from "./_components/documents-card";
import { NamesCard } from "./_components/names-card";
import { PaymentSummary } from "./_components/payment-summary";
import { RefundsCard } from "./_components/refunds-card";

export const metadata: Metadata = { title: "Payment" };

export default async function PaymentPage({ params }: PageProps<"/billing/history/[id]">) {
  const { user, ctx } = await openMemberPage();
  const { id: userId } = user;
  const { id } = await params;
  const payment = await orNotFound(() => getPaymentDetail(ctx, { userId, id }));
  const [documents, { entries }] = await Promise.all([
    listDocumentsOfPayment(ctx.db, { userId, paymentId: payment.id }),
    listEntries(ctx, { userId, references: payment.references, limit: 20 }),
  ]);
  return (
    <>
      <PageHeader
        title={payment.description}
        parents={[
          { label: "Billing", href: "/billing" },
          { label: "Payment history", href: "/billing/history" },
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <PaymentSummary payment={payment} />
          <RefundsCard payment={payment} />
          <DisputesCard payment={payment} />
          <AttemptsCard payment={payment} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <DocumentsCard documents={documents} stripe={payment.stripe} />
          <CreditsCard payment={payment} entries={entries} />
          <NamesCard payment={payment} />
        </div>
      </div>
    </>
  );
}

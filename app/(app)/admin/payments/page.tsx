import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { searchTransactions } from "@/lib/transactions";
import { openAdminContext } from "../admin-context";
import { EmptyPayments } from "./_components/empty-payments";
import { PaymentFilters } from "./_components/payment-filters";
import { PaymentTable } from "./_components/payment-table";
import { amountProblems } from "./_components/payment-words";
import { StripeCard } from "./_components/stripe-card";
import { loadPaymentsSearch, toPaymentsHref, toTransactionSearch } from "./search-params";

export const metadata: Metadata = { title: "Payments" };

export default async function PaymentsPage({ searchParams }: PageProps<"/admin/payments">) {
  const { ctx, origin } = await openAdminContext();
  const loaded = await loadPaymentsSearch(searchParams);
  const { before: _, after: __, stripe, ...filter } = loaded;
  const search = toTransactionSearch(loaded);
  const page = await searchTransactions(ctx, search, origin);
  const { transactions, idKind, amountProblem, older, newer } = page;
  const stripeHref = toPaymentsHref({ ...filter, stripe: "yes" });
  return (
    <>
      <PageHeader
        title="Payments"
        description="Everybody's payments, failed and pending ones too: by person, amount, day, reason, or any of Stripe's ids."
        action={
          <LinkButton href="/admin/reconciliation" variant="secondary">
            Reconciliation
          </LinkButton>
        }
      />
      <Card aria-label="Search">
        <PaymentFilters amountProblem={amountProblem && amountProblems[amountProblem]} />
        {transactions.length === 0 ? (
          <EmptyPayments idKind={idKind} stripeHref={stripeHref} />
        ) : (
          <PaymentTable transactions={transactions} />
        )}
        <Pagination
          label="Pages of payments"
          previousHref={newer ? toPaymentsHref({ ...filter, after: newer }) : null}
          nextHref={older ? toPaymentsHref({ ...filter, before: older }) : null}
        />
      </Card>
      <StripeCard asked={stripe ? { ctx, search, origin } : null} href={stripeHref} />
    </>
  );
}

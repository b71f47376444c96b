import { SearchX } from "lucide-react";
import type { Route } from "next";
import { idWords } from "@/app/(app)/admin/users/_components/id-words";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { IdKind } from "@/lib/support/types";

type EmptyPaymentsProps = { idKind: IdKind | null; stripeHref: Route };

export function EmptyPayments({ idKind, stripeHref }: EmptyPaymentsProps) {
  return (
    <EmptyState
      icon={SearchX}
      title={idKind ? `No payment here is of this ${idWords[idKind]}` : "No payment is like that"}
      action={
        <>
          <LinkButton href={stripeHref} variant="secondary" prefetch={false}>
            Search in Stripe
          </LinkButton>
          <LinkButton href="/admin/payments" variant="ghost">
            Show all payments
          </LinkButton>
        </>
      }
    >
      {idKind
        ? "It may be of another account, or its webhook has not come: Stripe can be asked."
        : "Fewer letters or fewer filters find more. What is missing here may be in Stripe."}
    </EmptyState>
  );
}

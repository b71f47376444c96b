import { ReceiptText, SearchX } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export function EmptyBilling({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        icon={SearchX}
        title="No payment fits these filters"
        action={
          <LinkButton href="/billing/history" variant="secondary">
            Show all
          </LinkButton>
        }
      >
        Take a filter away to see the others.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={ReceiptText}
      title="You have not paid for anything yet"
      action={
        <>
          <LinkButton href="/billing/plans">See the plans</LinkButton>
          <LinkButton href="/credits/buy" variant="secondary">
            Buy credits
          </LinkButton>
        </>
      }
    >
      Payments and refunds are listed here, with their receipts, and those that failed, too.
    </EmptyState>
  );
}

import { Wallet } from "lucide-react";

import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export function NoCreditsYet() {
  return (
    <Card>
      <EmptyState
        icon={Wallet}
        title="You have no credits yet"
        action={
          <>
            <LinkButton href="/credits/buy">Buy credits</LinkButton>
            <LinkButton href="/billing/plans" variant="secondary">
              See the plans
            </LinkButton>
          </>
        }
      >
        Once you have some, this place explains your balance: what came in, what was used, and what is left of
        each.
      </EmptyState>
    </Card>
  );
}

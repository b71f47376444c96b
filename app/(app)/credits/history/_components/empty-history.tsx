import { History, SearchX } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export function EmptyHistory({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        icon={SearchX}
        title="No movement fits these filters"
        action={
          <LinkButton href="/credits/history" variant="secondary">
            Show all
          </LinkButton>
        }
      >
        Take a filter away or widen the dates.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={History}
      title="Nothing has moved yet"
      action={<LinkButton href="/credits/buy">Buy credits</LinkButton>}
    >
      Credits you get and spend are listed here, each with the balance after it.
    </EmptyState>
  );
}

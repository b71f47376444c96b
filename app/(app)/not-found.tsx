import { SearchX } from "lucide-react";

import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export default function MemberNotFound() {
  return (
    <Card>
      <EmptyState
        icon={SearchX}
        title="There is nothing at this address"
        action={<LinkButton href="/dashboard">Go to your dashboard</LinkButton>}
      >
        It may have moved, or it belongs to another account. Your credits are as they were.
      </EmptyState>
    </Card>
  );
}

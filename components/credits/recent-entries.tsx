import { History } from "lucide-react";

import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { type Entry } from "@/lib/credits/types";

import { EntryList } from "./entry-list";

export function RecentEntries({ entries }: { entries: readonly Entry[] }) {
  return (
    <Card aria-labelledby="recent">
      <CardHeader
        id="recent"
        title="Last movements"
        action={
          <LinkButton href="/credits/history" variant="link">
            See all
          </LinkButton>
        }
      />
      {entries.length === 0 ? (
        <EmptyState icon={History} title="Nothing has moved yet">
          Credits you get and spend are listed here, each with the balance after it.
        </EmptyState>
      ) : (
        <div className="pt-2 pb-1">
          <EntryList entries={entries} />
        </div>
      )}
    </Card>
  );
}

import { ChartColumn, SearchX } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { isFiltered } from "../_datasets/usage-question";
import { toUsageHref, type UsageSearch } from "../search-params";

type NothingUsedProps = { search: UsageSearch; everUsed: boolean };

/** Nothing ever, nothing in these days, or nothing that the filters let through: each with its way on. */
export function NothingUsed({ search, everUsed }: NothingUsedProps) {
  return <Card>{everUsed ? <NothingHere search={search} /> : <NothingYet />}</Card>;
}

function NothingYet() {
  return (
    <EmptyState
      icon={ChartColumn}
      title="Nothing used yet"
      action={<LinkButton href="/services">Choose a service</LinkButton>}
    >
      Every run of a service and every call of the API is shown here, with what it cost.
    </EmptyState>
  );
}

function NothingHere({ search }: { search: UsageSearch }) {
  if (!isFiltered(search)) {
    return (
      <EmptyState
        icon={ChartColumn}
        title="Nothing used in these days"
        action={
          <LinkButton href={toUsageHref({ period: "last-12-months" })} variant="secondary">
            Look at 12 months
          </LinkButton>
        }
      >
        Runs and API calls of other days are kept. Choose another range.
      </EmptyState>
    );
  }
  const { period, from, to } = search;
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      action={
        <LinkButton href={toUsageHref({ period, from, to })} variant="secondary">
          Clear filters
        </LinkButton>
      }
    >
      Nothing in these days is of this kind. Clear the filters or choose another range.
    </EmptyState>
  );
}

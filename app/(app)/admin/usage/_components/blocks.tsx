import { Suspense } from "react";
import { Block } from "@/app/(app)/admin/analytics/_components/block";
import { BlockBoundary } from "@/components/layout/block-boundary";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { HeadlineBlock } from "../_blocks/headline-block";
import { LimitsBlock } from "../_blocks/limits-block";
import { PeopleBlock } from "../_blocks/people-block";
import { SpikesBlock } from "../_blocks/spikes-block";
import { SubjectsBlock } from "../_blocks/subjects-block";
import { TrendBlock } from "../_blocks/trend-block";
import type { BlockProps } from "../read";
import { toTableHref, type MonitoringSearch } from "../search-params";
import { CsvLink } from "./csv-link";
import { PeopleChoice } from "./people-choice";

/** Each comes as soon as its own figures are there. */
export function Blocks({ search, ...asked }: BlockProps & { search: MonitoringSearch }) {
  const csv = (table: string, title: string) => <CsvLink href={toTableHref(table, search)} title={title} />;
  return (
    <div className="flex flex-col gap-6">
      <Card aria-label="Headline figures">
        <BlockBoundary title="The headline figures">
          <Suspense fallback={<Skeleton className="h-120 w-full rounded-lg sm:h-80 lg:h-40" />}>
            <HeadlineBlock {...asked} />
          </Suspense>
        </BlockBoundary>
      </Card>
      <Block id="trend" title="Day by day" skeleton="h-173 lg:h-84">
        <TrendBlock {...asked} search={search} />
      </Block>
      <Block id="people" title="Who uses most" action={csv("people", "Who uses most")} skeleton="h-160">
        <PeopleChoice by={search.by} text={search.q} />
        <PeopleBlock {...asked} search={search} />
      </Block>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <Block id="services" title="Services" action={csv("services", "Services")} skeleton="h-64">
            <SubjectsBlock {...asked} kind="run" />
          </Block>
          <Block
            id="limits"
            title="Limits that were hit"
            description="Who was refused, last first."
            action={csv("limits", "Limits that were hit")}
            skeleton="h-64"
          >
            <LimitsBlock {...asked} />
          </Block>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Block
            id="operations"
            title="API operations"
            action={csv("operations", "API operations")}
            skeleton="h-64"
          >
            <SubjectsBlock {...asked} kind="api_call" />
          </Block>
          <Block
            id="spikes"
            title="Spikes"
            description="Days far above the usual."
            action={csv("spikes", "Spikes")}
            skeleton="h-64"
          >
            <SpikesBlock {...asked} />
          </Block>
        </div>
      </div>
    </div>
  );
}

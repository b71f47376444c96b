import { Suspense } from "react";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { BlockProps } from "../_blocks/block-props";
import { CollectionsBlock } from "../_blocks/collections-block";
import { CreditsBlock } from "../_blocks/credits-block";
import { HeadlineBlock } from "../_blocks/headline-block";
import { PeopleBlock } from "../_blocks/people-block";
import { PlansBlock } from "../_blocks/plans-block";
import { RecurringBlock } from "../_blocks/recurring-block";
import { RenewalsBlock } from "../_blocks/renewals-block";
import { RetentionBlock } from "../_blocks/retention-block";
import { RevenueBlock } from "../_blocks/revenue-block";
import { ServicesBlock } from "../_blocks/services-block";
import { Block } from "./block";
import { BlockBoundary } from "@/components/layout/block-boundary";
import { CohortSwitch } from "./cohort-switch";
import { CurrencyMark } from "./currency-mark";
import { glossary } from "./glossary";
import { Terms } from "./terms";

/** Each comes as soon as its own figures are there. */
export function Blocks(asked: BlockProps) {
  const inCurrency = <CurrencyMark {...asked} />;
  return (
    <div className="flex flex-col gap-6">
      <Card aria-label="Headline figures" className="print:border-0">
        <BlockBoundary title="The headline figures">
          <Suspense fallback={<Skeleton className="h-167 w-full rounded-lg lg:h-80" />}>
            <HeadlineBlock {...asked} />
          </Suspense>
        </BlockBoundary>
        <Terms terms={glossary.headline} of="Headline figures" />
      </Card>
      <Block
        id="revenue"
        title="Revenue"
        skeleton="h-153 sm:h-109"
        action={inCurrency}
        terms={glossary.revenue}
      >
        <RevenueBlock {...asked} />
      </Block>
      <Block
        id="recurring"
        title="Recurring revenue"
        skeleton="h-234 lg:h-109"
        action={inCurrency}
        terms={glossary.recurring}
      >
        <RecurringBlock {...asked} />
      </Block>
      <Block id="people" title="People" skeleton="h-186 sm:h-129" terms={glossary.people}>
        <PeopleBlock {...asked} />
      </Block>
      <div className="grid gap-6 lg:grid-cols-2">
        <Block id="plans" title="Plans" action={inCurrency} skeleton="h-96">
          <PlansBlock {...asked} />
        </Block>
        <Block
          id="renewals"
          title="Renewals due"
          description="From now on, unless somebody cancels."
          action={inCurrency}
          skeleton="h-38"
        >
          <RenewalsBlock {...asked} />
        </Block>
      </div>
      <Block id="services" title="Services" skeleton="h-173 lg:h-90" terms={glossary.services}>
        <ServicesBlock {...asked} />
      </Block>
      <Block id="credits" title="Credits" skeleton="h-209 lg:h-151" terms={glossary.credits}>
        <CreditsBlock {...asked} />
      </Block>
      <Block
        id="collections"
        title="Refused and recovered payments"
        skeleton="h-192 lg:h-95"
        action={inCurrency}
        terms={glossary.collections}
      >
        <CollectionsBlock {...asked} />
      </Block>
      <Block
        id="retention"
        title="Retention"
        skeleton="h-130 sm:h-121"
        action={<CohortSwitch search={asked.search} />}
      >
        <RetentionBlock {...asked} />
      </Block>
    </div>
  );
}

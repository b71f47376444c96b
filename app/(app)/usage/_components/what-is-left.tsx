import { Suspense } from "react";
import { BlockBoundary } from "@/components/layout/block-boundary";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { AppContext } from "@/lib/context";
import { BalanceBlock } from "./balance-block";
import { LimitsBlock } from "./limits-block";

type WhatIsLeftProps = { ctx: AppContext; userId: string };

/** The balance and the limits, whatever range is looked at; each comes, and may fail, by itself. */
export function WhatIsLeft(asked: WhatIsLeftProps) {
  return (
    <aside
      aria-label="What is left"
      className="flex min-w-0 flex-col gap-6 xl:col-start-2 xl:row-span-2 xl:row-start-1"
    >
      <Card aria-label="Balance">
        <BlockBoundary title="The balance">
          <Suspense fallback={<Skeleton className="h-52 w-full rounded-lg" />}>
            <BalanceBlock {...asked} />
          </Suspense>
        </BlockBoundary>
      </Card>
      <Card aria-labelledby="limits-title">
        <BlockBoundary title="The limits">
          <Suspense fallback={<Skeleton className="h-128 w-full rounded-lg sm:h-96 xl:h-146" />}>
            <LimitsBlock {...asked} />
          </Suspense>
        </BlockBoundary>
      </Card>
    </aside>
  );
}

import type { Route } from "next";
import { Suspense } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { AppContext } from "@/lib/context";
import { searchStripe } from "@/lib/transactions";
import type { TransactionSearch } from "@/lib/transactions/types";
import { StripeHits } from "./stripe-hits";

interface Asked {
  ctx: AppContext;
  search: TransactionSearch;
  origin: { ip: string | null; userAgent: string | null };
}

type StripeCardProps = { asked: Asked | null; href: Route };

/** Stripe is asked only when somebody wants it: each asking is written down, and takes its time. */
export function StripeCard({ asked, href }: StripeCardProps) {
  return (
    <Card aria-labelledby="in-stripe" className="mt-6">
      <CardHeader
        id="in-stripe"
        title="In Stripe"
        description="The same search among Stripe's own charges: what is there and not here can be registered."
        action={
          <LinkButton href={href} variant="secondary" size="sm" prefetch={false}>
            {asked ? "Ask again" : "Search in Stripe"}
          </LinkButton>
        }
      />
      <div className="mt-4">
        {asked ? (
          <Suspense fallback={<Skeleton className="mx-5 mb-5 h-40" />}>
            <Answer {...asked} />
          </Suspense>
        ) : null}
      </div>
    </Card>
  );
}

async function Answer({ ctx, search, origin }: Asked) {
  return <StripeHits result={await searchStripe(ctx, search, origin)} />;
}

import { Check } from "lucide-react";

import { LinkButton } from "@/components/ui/link-button";
import { plans } from "@/lib/catalog";

import { FeatureList } from "./feature-list";
import { Price } from "./price";

/** What there is without a plan, so that the plans are compared with something. */
export function FreeCard() {
  return (
    <article className="flex flex-col bg-surface p-6 text-base">
      <h3 className="text-base">Without a plan</h3>
      <Price price={{ amountMinor: 0n, currency: plans[0].prices.month.currency }} className="mt-4" />
      <p className="mt-1 text-sm text-ink-muted">Buy a pack when you need one</p>
      <FeatureList
        Icon={Check}
        items={[
          "All services, no limits on which",
          "Free services stay free",
          "Credits you buy never expire",
        ]}
      />
      <LinkButton href="/sign-up" variant="secondary" className="mt-auto self-stretch">
        Get started
        <span className="sr-only"> without a plan</span>
      </LinkButton>
    </article>
  );
}

import { type Metadata } from "next";

import { packs } from "@/lib/catalog";

import { ClosingCall } from "../_components/closing-call";
import { PackList } from "../_components/pack-list";
import { PlanList } from "../_components/plan-list";
import { Questions } from "../_components/questions";

export const metadata: Metadata = {
  title: "Pricing",
  description: "Plans that bring credits every month, and packs of credits that never expire.",
};

const { currency } = packs[0].price;

export default function PricingPage() {
  return (
    <>
      <div className="page-width py-14 sm:py-20">
        <h1 className="text-4xl tracking-[-0.03em] sm:text-5xl">Prices, per credit and in full</h1>
        <p className="mt-4 max-w-[58ch] text-ink-muted sm:text-lg">
          A plan brings credits every month at the lowest price. A pack is bought once and never expires.
          Every service shows its cost in credits before it runs.
        </p>
        <section className="mt-12">
          <h2 className="mb-4 text-xl">Plans</h2>
          <PlanList />
        </section>
        <section className="mt-16">
          <h2 className="text-xl">Packs</h2>
          <p className="mt-1 mb-4 text-ink-muted">
            Pay-as-you-go credits, with or without a plan. They never expire.
          </p>
          <PackList />
        </section>
        <p className="mt-6 text-sm text-ink-muted">
          Prices in {currency.toUpperCase()}. Taxes, where they apply, are shown before you pay.
        </p>
      </div>
      <Questions />
      <ClosingCall />
    </>
  );
}

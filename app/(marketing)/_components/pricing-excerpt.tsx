import { ArrowRight } from "lucide-react";

import { LinkButton } from "@/components/ui/link-button";

import { PackList } from "./pack-list";
import { Section } from "./section";

export function PricingExcerpt() {
  return (
    <Section title="Buy what you need, keep what you don’t use">
      <PackList />
      <LinkButton href="/pricing" variant="link" className="mt-6 text-base">
        Compare with the monthly plans
        <ArrowRight aria-hidden="true" />
      </LinkButton>
    </Section>
  );
}

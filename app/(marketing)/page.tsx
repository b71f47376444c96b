import { ClosingCall } from "./_components/closing-call";
import { ExplainedBalance } from "./_components/explained-balance";
import { Guarantees } from "./_components/guarantees";
import { Hero } from "./_components/hero";
import { HowItWorks } from "./_components/how-it-works";
import { PricingExcerpt } from "./_components/pricing-excerpt";
import { Questions } from "./_components/questions";
import { ServicesTeaser } from "./_components/services-teaser";

export default function HomePage() {
  return (
    <>
      <Hero />
      <HowItWorks />
      <ServicesTeaser />
      <Guarantees />
      <ExplainedBalance />
      <PricingExcerpt />
      <Questions />
      <ClosingCall />
    </>
  );
}

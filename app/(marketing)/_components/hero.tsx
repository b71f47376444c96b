import { LinkButton } from "@/components/ui/link-button";

import { ProductShot } from "./product-shot";

export function Hero() {
  return (
    <section className="relative overflow-hidden border-b border-line">
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-x-0 top-0 h-full bg-[radial-gradient(ellipse_60%_50%_at_50%_0%,var(--accent-soft),transparent)]"
      />
      <div className="relative page-width pt-16 sm:pt-24">
        <h1 className="text-4xl tracking-[-0.03em] sm:text-6xl sm:leading-[1.05]">
          Pay for the work, not for the&nbsp;seat.
        </h1>
        <p className="mt-5 max-w-[54ch] text-ink-muted sm:text-lg">
          QuickScale runs services on your text and images for credits. You see the price before each run, a
          run that fails costs nothing, and every credit can be traced to where it came from and where it
          went.
        </p>
        <div className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3">
          <div className="flex gap-3">
            <LinkButton href="/sign-up" size="lg">
              Create account
            </LinkButton>
            <LinkButton href="/pricing" size="lg" variant="secondary">
              See pricing
            </LinkButton>
          </div>
          <p className="text-sm text-ink-muted">No card needed to start.</p>
        </div>
        <ProductShot />
      </div>
    </section>
  );
}

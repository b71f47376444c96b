"use client";

import { SubmitButton } from "@/components/forms/submit-button";
import { CreditAmount } from "@/components/credits/credit-amount";
import { Card, CardBody } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { formatCredits } from "@/lib/shared/format";
import type { CreditBalanceView, ServicePage, ServiceQuote } from "@/lib/services/types";
import { PriceTag } from "@/components/services/price-tag";
import { PaymentPlan } from "./payment-plan";
import { Shortage } from "./shortage";
import type { QuoteState } from "./use-quote";

type CostPanelProps = {
  service: ServicePage;
  balance: CreditBalanceView;
  quote: QuoteState;
  running: boolean;
};

/** The price before anything runs: enough leads to Run, too little to what is missing and where to get it. */
export function CostPanel({ service, balance, quote, running }: CostPanelProps) {
  const shown = toShown(quote);
  const short = shown !== null && shown.missingMilli > 0n;
  return (
    <Card aria-label="Cost" className="lg:sticky lg:top-24">
      <CardBody className="flex flex-col gap-5">
        <div aria-live="polite" aria-atomic="true">
          <p className="text-[0.8125rem] text-ink-muted">{shown ? "This run costs" : "Price"}</p>
          <p
            className={cn(
              "mt-1 text-3xl font-semibold tracking-tight transition-colors",
              quote.status === "asking" && "text-ink-muted",
            )}
          >
            <Cost quote={shown} free={service.price === null} />
          </p>
          {service.price ? (
            <p className="mt-1 text-[0.8125rem]">
              <PriceTag price={service.price} />
            </p>
          ) : null}
        </div>
        {short ? (
          <Shortage quote={shown} />
        ) : (
          <PaymentPlan quote={shown} balance={shown?.balance ?? balance} />
        )}
        {short ? null : (
          <SubmitButton size="lg" className="w-full" pending={running} disabled={quote.status === "asking"}>
            {toLabel({ quote: shown, free: service.price === null, running })}
          </SubmitButton>
        )}
        <p className="text-[0.8125rem] text-ink-muted">
          {service.price ? "If it fails, you are not charged." : "This service is free: nothing is taken."}
        </p>
      </CardBody>
    </Card>
  );
}

function toShown(quote: QuoteState): ServiceQuote | null {
  if (quote.status === "ready") return quote.quote;
  return quote.status === "asking" ? quote.last : null;
}

function Cost({ quote, free }: { quote: ServiceQuote | null; free: boolean }) {
  if (free) return "Free";
  if (!quote) return <span className="text-ink-muted">—</span>;
  return <CreditAmount creditsMilli={quote.quoteMilli} unit />;
}

function toLabel({
  quote,
  free,
  running,
}: {
  quote: ServiceQuote | null;
  free: boolean;
  running: boolean;
}): string {
  if (running) return "Running…";
  if (free) return "Run for free";
  if (!quote) return "Run";
  return `Run for ${formatCredits(quote.quoteMilli)} ${quote.quoteMilli === 1000n ? "credit" : "credits"}`;
}

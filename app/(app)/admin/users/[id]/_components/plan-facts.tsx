import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { formatCredits } from "@/lib/shared/format";
import type { Plan } from "@/lib/subscriptions/types";
import { planStateWords } from "../../_components/plan-state-words";

interface PlanFactsProps {
  plan: Plan;
  /** Beside something else. */
  narrow?: boolean;
  /** Under the facts. */
  children?: ReactNode;
}

/** The plan as it stands, and what happens to it next. */
export function PlanFacts({ plan, narrow = false, children }: PlanFactsProps) {
  const { interval, status, amountMinor, currency, creditsMilli, periodStartsAt, periodEndsAt } = plan;
  return (
    <Card aria-labelledby="plan">
      <CardHeader
        id="plan"
        title={plan.planName}
        description={planStateWords(plan.cancelsAt ? "ending" : status)}
      />
      <CardBody>
        <dl className={cn("grid gap-4 sm:grid-cols-2", !narrow && "lg:grid-cols-3")}>
          <Fact label="Price">
            <Money amountMinor={amountMinor} currency={currency} />
            {interval ? ` a ${interval}` : ""}
          </Fact>
          <Fact label="Credits a month">{formatCredits(creditsMilli)}</Fact>
          <Fact label="Period">
            <DateTime value={periodStartsAt} /> to <DateTime value={periodEndsAt} />
          </Fact>
          <Fact label="Since">
            <DateTime value={plan.startedAt} />
          </Fact>
          <Fact label="Next">
            <NextStep plan={plan} />
          </Fact>
          {plan.trialEndsAt ? (
            <Fact label="Trial ends">
              <DateTime value={plan.trialEndsAt} />
            </Fact>
          ) : null}
        </dl>
      </CardBody>
      {children}
    </Card>
  );
}

function NextStep({ plan: { cancelsAt, paused, resumesAt, next, periodEndsAt } }: { plan: Plan }) {
  if (cancelsAt) {
    return (
      <>
        Ends <DateTime value={cancelsAt} />
      </>
    );
  }
  if (paused) return resumesAt ? <>Paused until {<DateTime value={resumesAt} />}</> : "Paused";
  return (
    <>
      {next ? `Becomes ${next.planName}` : "Renews"} <DateTime value={next?.startsAt ?? periodEndsAt} />
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-ink-muted">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

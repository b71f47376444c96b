import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import { Meter } from "@/components/ui/meter";
import { Money } from "@/components/ui/money";
import { formatCredits } from "@/lib/shared/format";
import type { Plan } from "@/lib/subscriptions/types";
import { submitUndo } from "../_actions/change-plan";
import { submitResume } from "../_actions/end-plan";
import { toPlansHref } from "../search-params";
import { PlanButtonForm } from "./plan-button-form";
import { toPlanTitle, toPlanWords } from "./plan-words";

interface CurrentPlanProps {
  plan: Plan;
  /** Of its open invoice. */
  nextAttemptAt: Date | null;
  /** What is left of the credits that plans brought. */
  leftMilli: bigint;
}

export function CurrentPlan({ plan, nextAttemptAt, leftMilli }: CurrentPlanProps) {
  const { tone, status, next } = toPlanWords(plan, nextAttemptAt);
  return (
    <Card aria-labelledby="current-plan">
      <CardBody className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <div>
          <p className="text-ink-muted">Your plan</p>
          <h2 id="current-plan" className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xl">
            {toPlanTitle(plan)}
            <Badge tone={tone}>{status}</Badge>
          </h2>
          <p className="mt-2">
            <Money amountMinor={plan.amountMinor} currency={plan.currency} className="font-medium" />
            <span className="text-ink-muted"> a {plan.interval ?? "period"}</span>
          </p>
          {next ? (
            <p className="text-ink-muted">
              {next.words} <DateTime value={next.at} className="font-medium text-ink" />
            </p>
          ) : null}
        </div>
        <CreditsLeft plan={plan} leftMilli={leftMilli} />
      </CardBody>
      <CardFooter>
        <PlanSteps plan={plan} />
        <LinkButton href="/billing" variant="ghost" size="sm">
          Payment methods
        </LinkButton>
      </CardFooter>
    </Card>
  );
}

function CreditsLeft({ plan, leftMilli }: Omit<CurrentPlanProps, "nextAttemptAt">) {
  const left = formatCredits(leftMilli);
  const month = formatCredits(plan.creditsMilli);
  return (
    <div className="sm:border-l sm:border-line sm:pl-10">
      <p className="text-ink-muted">Credits of your plan</p>
      <p className="mt-1 flex items-baseline gap-2">
        <span data-figures className="text-xl font-semibold tracking-tight">
          {left}
        </span>
        <span className="text-ink-muted">left now</span>
      </p>
      <Meter
        label="Left of a month's credits"
        share={plan.creditsMilli > 0n ? Number(leftMilli) / Number(plan.creditsMilli) : 0}
        text={`${left} of ${month} credits`}
        tone="subscription"
        className="mt-3"
      />
      <p className="mt-2 text-[0.8125rem] text-ink-muted">{toComing(plan)}</p>
    </div>
  );
}

function toComing({ cancelsAt, status, creditsMilli }: Plan): string {
  if (cancelsAt) return "What is left of them expires when the plan ends.";
  const month = formatCredits(creditsMilli);
  if (status === "past_due" || status === "unpaid") return `${month} come when the open payment is made.`;
  return `${month} come each month. What is left of them then expires.`;
}

/** The one thing that can be taken back, or else the way out. */
function PlanSteps({ plan }: { plan: Plan }) {
  if (plan.cancelsAt) return <PlanButtonForm action={submitResume} label="Resume plan" size="sm" />;
  return (
    <div className="flex flex-wrap items-start gap-2">
      {plan.next ? <PlanButtonForm action={submitUndo} label="Undo the change" size="sm" /> : null}
      <LinkButton
        href={toPlansHref({ cancel: true })}
        prefetch={false}
        scroll={false}
        variant="secondary"
        size="sm"
      >
        Cancel plan
      </LinkButton>
    </div>
  );
}

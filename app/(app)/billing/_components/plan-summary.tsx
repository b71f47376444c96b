import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import { Money } from "@/components/ui/money";
import { openMemberPage } from "@/lib/auth";
import { findComplimentaryPlan } from "@/lib/complimentary-plans";
import { formatCredits } from "@/lib/shared/format";
import { findOpenInvoice, getPlan } from "@/lib/subscriptions";
import type { Plan } from "@/lib/subscriptions/types";
import { ComplimentaryFacts } from "./complimentary-facts";
import { toPlanTitle, toPlanWords } from "../plans/_components/plan-words";

/** What the member's plan is, and the way to change it. */
export async function PlanSummary() {
  const { user, ctx } = await openMemberPage();
  const [plan, invoice, given] = await Promise.all([
    getPlan(ctx.db, user.id),
    findOpenInvoice(ctx.db, user.id),
    findComplimentaryPlan(ctx.db, user.id, ctx.clock.now()),
  ]);
  return (
    <Card aria-labelledby="plan">
      <CardHeader
        id="plan"
        title="Plan"
        action={
          <LinkButton href="/billing/plans" variant="secondary" size="sm">
            {plan ? "Change or cancel" : "See the plans"}
          </LinkButton>
        }
      />
      {plan ? (
        <PlanFacts plan={plan} nextAttemptAt={invoice?.nextAttemptAt ?? null} />
      ) : given ? (
        <CardBody className="pt-3">
          <ComplimentaryFacts plan={given} />
        </CardBody>
      ) : (
        <CardBody className="pt-2 text-ink-muted">
          A plan brings credits each month, at a lower price than packs.
        </CardBody>
      )}
    </Card>
  );
}

function PlanFacts({ plan, nextAttemptAt }: { plan: Plan; nextAttemptAt: Date | null }) {
  const { tone, status, next } = toPlanWords(plan, nextAttemptAt);
  return (
    <CardBody className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-3">
      <div>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="text-lg font-semibold">{toPlanTitle(plan)}</span>
          <Badge tone={tone}>{status}</Badge>
        </p>
        <p className="mt-0.5 text-ink-muted">
          {formatCredits(plan.creditsMilli)} credits each month
          {next ? (
            <>
              {" · "}
              {next.words} <DateTime value={next.at} className="text-ink" />
            </>
          ) : null}
        </p>
      </div>
      <p>
        <Money amountMinor={plan.amountMinor} currency={plan.currency} className="text-lg font-semibold" />
        <span className="text-ink-muted"> a {plan.interval ?? "period"}</span>
      </p>
    </CardBody>
  );
}

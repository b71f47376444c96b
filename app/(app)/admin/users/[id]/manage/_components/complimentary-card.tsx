import { randomUUID } from "node:crypto";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { plans } from "@/lib/catalog";
import { listGivenPlans } from "@/lib/complimentary-plans";
import type { GivenPlan } from "@/lib/complimentary-plans/types";
import type { AppContext } from "@/lib/context";
import { formatCredits } from "@/lib/shared/format";
import { getPlan } from "@/lib/subscriptions";
import { submitComplimentary, submitComplimentaryEnd } from "../_actions/overrides";
import { ActRow } from "./act-row";
import { OverrideForm } from "./override-form";

const choices = plans.map(({ key, name, creditsPerMonth }) => ({
  value: key,
  label: `${name}, ${formatCredits(BigInt(creditsPerMonth) * 1000n)} credits a month`,
}));

/** A plan without payment: the one that runs, or the way to give one, and those that were. */
export async function ComplimentaryCard({ ctx, userId }: { ctx: AppContext; userId: string }) {
  const [given, paid] = await Promise.all([listGivenPlans(ctx.db, userId), getPlan(ctx.db, userId)]);
  const now = ctx.clock.now();
  const running = given.find(({ endedAt, endsAt }) => endedAt === null && endsAt > now);
  return (
    <Card aria-labelledby="complimentary" className="mt-6">
      <CardHeader
        id="complimentary"
        title="Complimentary plan"
        description="A plan's months without payment. It ends by itself, and they are told by mail."
      />
      <ul className="mt-2 divide-y divide-line">
        {running ? (
          <ActRow
            {...{ id: "plan-end", userId, title: running.planName, action: submitComplimentaryEnd }}
            label="End now"
            variant="danger"
            values={{ id: running.id }}
            state={
              <Badge tone="positive">
                Until <LastDay endsAt={running.endsAt} />
              </Badge>
            }
            meaning="No month begins any more. Credits that came stay until they expire."
          />
        ) : (
          <li className="grid gap-x-8 gap-y-3 px-5 py-4 lg:grid-cols-[2fr_3fr]">
            <p className="text-[0.8125rem] text-ink-muted">
              {paid
                ? `They have ${paid.planName}, which is paid for: nothing can be given beside it.`
                : "The first month's credits come at once, the others as their months begin. The last month brings its share. Buying a plan ends it."}
            </p>
            {paid ? null : (
              <OverrideForm
                id="give"
                action={submitComplimentary}
                values={{ userId, id: randomUUID() }}
                choice={{ name: "planKey", label: "Plan", choices }}
                label="Give the plan"
              />
            )}
          </li>
        )}
        {given
          .filter((plan) => plan !== running)
          .map((plan) => (
            <EarlierPlan key={plan.id} plan={plan} />
          ))}
      </ul>
    </Card>
  );
}

function EarlierPlan({ plan: { planName, startsAt, endsAt, endedAt, reason } }: { plan: GivenPlan }) {
  return (
    <li className="px-5 py-3 text-[0.8125rem] text-ink-muted">
      {planName}, <DateTime value={startsAt} /> to <LastDay endsAt={endedAt ?? endsAt} />: “{reason}”
    </li>
  );
}

/** The day before the instant at which something is over. */
function LastDay({ endsAt }: { endsAt: Date }) {
  return <DateTime value={new Date(endsAt.getTime() - 1)} />;
}

import type { Metadata, Route } from "next";
import { createLoader, parseAsString } from "nuqs/server";
import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import type { Plan } from "@/lib/subscriptions/types";
import { DayForm } from "../_components/day-form";
import { PlanActPage } from "../_components/plan-act-page";
import { planFailures } from "../_components/plan-failures";
import { TrialPreview } from "../_components/trial-preview";
import { openPlan } from "../open-plan";
import { toDay, toInstant } from "../to-instant";

export const metadata: Metadata = { title: "Extend the trial" };

const loadTrialSearch = createLoader({ until: parseAsString });

/** The code of what stands in the way, by the same rules as the act's own. */
function findObstacle(plan: Plan | null, chosen: { at: Date | null; wrong: boolean }): string | null {
  if (!plan) return null;
  if (plan.status !== "trialing" || !plan.trialEndsAt) return "subscriptions.not_on_trial";
  if (plan.next) return "subscriptions.change_planned";
  if (chosen.wrong || (chosen.at && chosen.at <= plan.trialEndsAt)) return "subscriptions.trial_not_later";
  return null;
}

export default async function TrialPage(props: PageProps<"/admin/users/[id]/subscription/trial">) {
  const { ctx, person, plan, own, token } = await openPlan((await props.params).id);
  const { until } = await loadTrialSearch(props.searchParams);
  const now = ctx.clock.now();
  const ends = plan?.trialEndsAt ?? now;
  const chosen = toInstant(until, { like: ends, now });
  const obstacle = findObstacle(plan, chosen);
  const refused = obstacle ? toActFailure({ code: obstacle, meta: {} }, planFailures) : null;
  const week = new Date(ends.getTime() + 7 * 86_400_000);
  return (
    <PlanActPage title="Extend the trial" {...{ person, plan, own, refused }}>
      {plan?.status === "trialing" ? (
        <DayForm
          action={`/admin/users/${person.id}/subscription/trial` as Route}
          title="Until when"
          label="The trial ends on"
          hint="At the time of day at which it ends now; at most two years from today."
          day={until ?? toDay(week)}
          min={toDay(ends)}
        />
      ) : null}
      {plan && token && chosen.at && !refused ? (
        <TrialPreview userId={person.id} plan={plan} token={token} endsAt={chosen.at} />
      ) : null}
    </PlanActPage>
  );
}

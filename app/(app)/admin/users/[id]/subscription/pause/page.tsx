import type { Metadata, Route } from "next";
import { createLoader, parseAsString } from "nuqs/server";
import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { DayForm } from "../_components/day-form";
import { PausePreview } from "../_components/pause-preview";
import { PlanActPage } from "../_components/plan-act-page";
import { planFailures } from "../_components/plan-failures";
import { openPlan } from "../open-plan";
import { toDay, toInstant } from "../to-instant";

export const metadata: Metadata = { title: "Pause the plan" };

const loadPauseSearch = createLoader({ until: parseAsString });

export default async function PausePage(props: PageProps<"/admin/users/[id]/subscription/pause">) {
  const { ctx, person, plan, own, token } = await openPlan((await props.params).id);
  const { until } = await loadPauseSearch(props.searchParams);
  const now = ctx.clock.now();
  const chosen = toInstant(until, { like: plan?.periodEndsAt ?? now, now });
  const wrong = { code: "subscriptions.resumes_in_the_past", meta: {} };
  const paused = plan?.paused ? { title: "The plan is paused already." } : null;
  const refused = paused ?? (chosen.wrong ? toActFailure(wrong, planFailures) : null);
  return (
    <PlanActPage title="Pause the plan" {...{ person, plan, own, refused }}>
      {paused ? null : (
        <DayForm
          action={`/admin/users/${person.id}/subscription/pause` as Route}
          title="Until when"
          label="Billed again from"
          hint="Empty: until somebody lets it be billed again."
          day={until ?? ""}
          min={toDay(now)}
        />
      )}
      {plan && token && until !== null && !refused ? (
        <PausePreview userId={person.id} plan={plan} token={token} resumesAt={chosen.at} />
      ) : null}
    </PlanActPage>
  );
}

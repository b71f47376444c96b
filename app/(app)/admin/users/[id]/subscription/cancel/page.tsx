import type { Metadata } from "next";
import { ConfirmForm } from "@/app/(app)/admin/_components/confirm-form";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { submitCancel } from "../_actions/cancel";
import { CancelEffects } from "../_components/cancel-effects";
import { PlanActPage } from "../_components/plan-act-page";
import { planFailures } from "../_components/plan-failures";
import { openPlan } from "../open-plan";

export const metadata: Metadata = { title: "Cancel future periods" };

export default async function CancelPage({ params }: PageProps<"/admin/users/[id]/subscription/cancel">) {
  const { person, plan, own, token } = await openPlan((await params).id);
  const refused = plan?.cancelsAt ? { title: "Future periods are canceled already." } : null;
  return (
    <PlanActPage title="Cancel future periods" {...{ person, plan, own, refused }}>
      {plan && token && !refused ? (
        <Card aria-labelledby="preview">
          <CardHeader
            id="preview"
            title="What stays, and until when"
            description={
              <>
                Plan and credits stay until <DateTime value={plan.periodEndsAt} show="time" />; until then it
                can be taken back. The member is told by mail.
              </>
            }
          />
          <CancelEffects plan={plan} />
          <CardBody className="border-t border-line">
            <ConfirmForm
              id="cancel-plan"
              action={submitCancel}
              label="Cancel future periods"
              variant="danger"
              values={{ userId: person.id, token }}
              words={planFailures}
            />
          </CardBody>
          {plan.status === "past_due" || plan.status === "unpaid" ? (
            <CardFooter>The open payment of this period stays due.</CardFooter>
          ) : null}
        </Card>
      ) : null}
    </PlanActPage>
  );
}

import { Card, CardBody } from "@/components/ui/card";
import { openMemberPage } from "@/lib/auth";
import { findComplimentaryPlan } from "@/lib/complimentary-plans";
import { ComplimentaryFacts } from "../../_components/complimentary-facts";

/** The plan that support gave to who pays for none; nothing where there is none. */
export async function GivenPlan() {
  const { user, ctx } = await openMemberPage();
  const plan = await findComplimentaryPlan(ctx.db, user.id, ctx.clock.now());
  if (!plan) return null;
  return (
    <Card aria-label="Your plan">
      <CardBody>
        <ComplimentaryFacts plan={plan} />
      </CardBody>
    </Card>
  );
}

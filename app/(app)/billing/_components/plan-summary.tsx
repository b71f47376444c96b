import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

/** What the member's plan is, and the way to change it. */
export function PlanSummary() {
  return (
    <Card aria-labelledby="plan">
      <CardHeader
        id="plan"
        title="Plan"
        action={
          <LinkButton href="/billing/plans" variant="secondary" size="sm">
            See the plans
          </LinkButton>
        }
      />
      <CardBody className="pt-2 text-ink-muted">
        A plan brings credits each month, at a lower price than packs.
      </CardBody>
    </Card>
  );
}

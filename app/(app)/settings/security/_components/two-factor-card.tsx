import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import type { TwoFactorState } from "@/lib/two-factor/types";

const few = 2;

/** Whether signing in takes a code as well, and how many ways back in are left. */
export function TwoFactorCard({ state: { since, recoveryCodesLeft: left } }: { state: TwoFactorState }) {
  return (
    <Card aria-labelledby="two-factor-card">
      <CardHeader
        id="two-factor-card"
        title="Two-factor sign-in"
        description="A code of your authenticator app on top of what you sign in with."
        action={since ? <Badge tone="positive">On</Badge> : <Badge>Off</Badge>}
      />
      <CardBody className="flex flex-col items-start gap-4">
        {since ? (
          <p className="text-ink-muted">
            On since <DateTime value={since} />. {left} of 10 recovery codes are left.
          </p>
        ) : null}
        {since && left <= few ? (
          <Alert
            tone="warning"
            title={left === 0 ? "You have no recovery code left." : "You have few recovery codes left."}
          >
            Make new ones: without them a lost phone locks you out.
          </Alert>
        ) : null}
        <LinkButton href="/settings/security/two-factor" variant="secondary">
          {since ? "Manage" : "Set up two-factor sign-in"}
        </LinkButton>
      </CardBody>
    </Card>
  );
}

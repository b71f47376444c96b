import { QuotaMeter } from "@/components/quotas/quota-meter";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { QuotaKind, QuotaMeter as MeterOf } from "@/lib/quotas/types";

/** What most people meet first; calls of the API only for who makes any. */
const shown: readonly QuotaKind[] = ["runs_per_day", "runs_per_month"];

/** How near the limits are, at a glance. */
export function LimitsCard({ meters }: { meters: readonly MeterOf[] }) {
  return (
    <Card aria-labelledby="limits">
      <CardHeader
        id="limits"
        title="Limits"
        action={
          <LinkButton href="/usage" variant="link">
            See usage
          </LinkButton>
        }
      />
      <CardBody>
        <ul className="flex flex-col gap-4">
          {meters
            .filter(({ kind, used }) => shown.includes(kind) || (kind === "api_calls_per_month" && used > 0n))
            .map((meter) => (
              <QuotaMeter key={meter.kind} meter={meter} />
            ))}
        </ul>
      </CardBody>
    </Card>
  );
}

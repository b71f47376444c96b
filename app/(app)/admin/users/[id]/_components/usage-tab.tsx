import { Gauge } from "lucide-react";
import type { Route } from "next";
import { QuotaMeter } from "@/components/quotas/quota-meter";
import { addDays } from "@/components/ranges/days";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { findEntitlement, getQuotaMeters } from "@/lib/quotas";
import type { Entitlement, QuotaMeter as Meter } from "@/lib/quotas/types";
import { listLimitEvents, listUsageSpikes } from "@/lib/usage";
import type { TabProps } from "./tab-props";
import { UsageDaysCard } from "./usage-days-card";
import { UsageEvents } from "./usage-events";

const lookedBackDays = 90;

/** What a member used and may use, where each limit comes from, and what came of it. */
export async function UsageTab({ ctx, userId }: TabProps) {
  const today = ctx.clock.now().toISOString().slice(0, 10);
  const [meters, entitlement, events, { spikes }] = await Promise.all([
    getQuotaMeters(ctx, userId),
    findEntitlement(ctx, userId),
    listLimitEvents(ctx, userId),
    listUsageSpikes(ctx, { userId, from: addDays(today, -lookedBackDays), to: addDays(today, 1) }),
  ]);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[2fr_3fr]">
      <LimitsCard {...{ userId, meters, entitlement }} />
      <div className="flex min-w-0 flex-col gap-6">
        <UsageDaysCard ctx={ctx} userId={userId} />
        <Card aria-labelledby="usage-events">
          <CardHeader
            id="usage-events"
            title="Refused and told"
            description="The latest; days that stood out are those of the last three months."
          />
          {events.length + spikes.length === 0 ? (
            <EmptyState icon={Gauge} title="No limit was near yet" className="py-10">
              Refusals, what they were told of their limits, and days that stood out will stand here.
            </EmptyState>
          ) : (
            <UsageEvents events={events} spikes={spikes} />
          )}
        </Card>
      </div>
    </div>
  );
}

type LimitsCardProps = { userId: string; meters: readonly Meter[]; entitlement: Entitlement };

function LimitsCard({ userId, meters, entitlement }: LimitsCardProps) {
  return (
    <Card aria-labelledby="limits">
      <CardHeader
        id="limits"
        title="Limits"
        description={`Plan ${entitlement.planName}`}
        action={
          <LinkButton
            href={`/admin/users/${userId}/manage#quotas` as Route}
            variant="secondary"
            size="sm"
            prefetch={false}
          >
            Set an own limit
          </LinkButton>
        }
      />
      <CardBody>
        <ul className="flex flex-col gap-6">
          {meters.map((meter) => (
            <QuotaMeter key={meter.kind} meter={meter}>
              <p>
                <Origin meter={meter} entitlement={entitlement} />
              </p>
            </QuotaMeter>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

/** Whose limit it is. */
function Origin({ meter: { kind, from }, entitlement }: { meter: Meter; entitlement: Entitlement }) {
  const own = entitlement.overrides.find((override) => override.kind === kind);
  if (from === "plan" || !own) return <>From the plan {entitlement.planName}.</>;
  return (
    <>
      Their own, until <DateTime value={new Date(own.endsAt.getTime() - 1)} />.
    </>
  );
}

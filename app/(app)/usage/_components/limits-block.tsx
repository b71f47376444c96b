import { NextPlan } from "@/components/quotas/next-plan";
import { findTight } from "@/components/quotas/meter-share";
import { QuotaMeter } from "@/components/quotas/quota-meter";
import { CardBody, CardHeader } from "@/components/ui/card";
import type { AppContext } from "@/lib/context";
import { findEntitlement, getQuotaMeters } from "@/lib/quotas";
import { expectMeter, isForeseen } from "../_projection/expect";
import { methodWords } from "../_projection/expectation-words";
import { readRecentUsage } from "../read-usage";
import { ExpectationLines } from "./expectation-lines";

type LimitsBlockProps = { ctx: AppContext; userId: string };

/** How much of each limit is used now; near one of them, exactly what the next plan gives. */
export async function LimitsBlock({ ctx, userId }: LimitsBlockProps) {
  const [meters, plan, recent] = await Promise.all([
    getQuotaMeters(ctx, userId),
    findEntitlement(ctx, userId),
    readRecentUsage(ctx, userId),
  ]);
  const now = ctx.clock.now();
  const tight = findTight(meters);
  return (
    <>
      <CardHeader id="limits-title" title="Limits" description={`Of your plan, ${plan.planName}.`} />
      <CardBody className="flex flex-col gap-5">
        {tight ? (
          <div className="rounded-md border border-warning/25 bg-warning-soft p-4">
            <NextPlan plan={plan} kind={tight.kind} />
          </div>
        ) : null}
        <ul className="grid gap-5 sm:grid-cols-2 sm:gap-x-8 xl:grid-cols-1">
          {meters.map((meter) => (
            <QuotaMeter
              key={meter.kind}
              meter={meter}
              setUntil={plan.overrides.find(({ kind }) => kind === meter.kind)?.endsAt}
            >
              {isForeseen(meter.kind) && meter.used > 0n ? (
                <ExpectationLines expectation={expectMeter(meter, recent, now)} what="limit" />
              ) : null}
            </QuotaMeter>
          ))}
        </ul>
        <Method />
      </CardBody>
    </>
  );
}

function Method() {
  return (
    <details className="text-[0.8125rem] text-ink-muted">
      <summary className="w-fit cursor-pointer rounded-xs underline underline-offset-4">
        How projections are made
      </summary>
      <p className="mt-2">{methodWords}</p>
    </details>
  );
}

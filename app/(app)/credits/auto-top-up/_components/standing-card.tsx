import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { CreditAmount } from "@/components/credits/credit-amount";
import { DateTime } from "@/components/ui/date-time";
import { Meter } from "@/components/ui/meter";
import type { AutoTopUpView } from "@/lib/auto-top-up/types";
import { formatMoney } from "@/lib/shared/format";
import { SwitchOff } from "./switch-off";

interface StandingCardProps {
  view: AutoTopUpView;
  balanceMilli: bigint;
  debtMilli: bigint;
}

/** Whether it is on, and what it charged this month of what it may. */
export function StandingCard({ view, balanceMilli, debtMilli }: StandingCardProps) {
  const { settings, spentMinor, monthEndsAt } = view;
  const on = settings?.enabled ?? false;
  return (
    <Card aria-labelledby="standing">
      <CardHeader
        id="standing"
        title="How it stands"
        action={<Badge tone={on ? "positive" : "neutral"}>{on ? "On" : "Off"}</Badge>}
      />
      <CardBody className="flex flex-col gap-5">
        <div>
          <p className="text-[0.8125rem] text-ink-muted">Credits now</p>
          <p className="mt-1 text-2xl font-semibold tracking-tight">
            <CreditAmount creditsMilli={balanceMilli} />
          </p>
          <p className="mt-1 text-[0.8125rem] text-ink-muted">
            {settings && on ? (
              <>
                {settings.itemName} are bought below <CreditAmount creditsMilli={settings.thresholdMilli} />.
              </>
            ) : (
              "Nothing is bought by itself."
            )}
          </p>
          {on && debtMilli > 0n ? (
            <p className="mt-1 text-[0.8125rem] text-ink-muted">
              You owe <CreditAmount creditsMilli={debtMilli} />: nothing is bought by itself until that is
              settled.
            </p>
          ) : null}
        </div>
        {settings ? (
          <div>
            <p className="flex items-baseline justify-between gap-3">
              <span className="text-[0.8125rem] text-ink-muted">This month</span>
              <span data-figures className="font-medium">
                {formatMoney(spentMinor, settings.currency)}{" "}
                <span className="font-normal text-ink-muted">
                  of {formatMoney(settings.capMinor, settings.currency)}
                </span>
              </span>
            </p>
            <Meter
              className="mt-2"
              label="Charged this month"
              share={Number(spentMinor) / Number(settings.capMinor)}
              text={`${formatMoney(spentMinor, settings.currency)} of ${formatMoney(settings.capMinor, settings.currency)}`}
              tone={spentMinor + settings.amountMinor > settings.capMinor ? "warning" : "accent"}
            />
            <p className="mt-1.5 text-[0.8125rem] text-ink-muted">
              {on && spentMinor + settings.amountMinor > settings.capMinor
                ? "No room for another pack until "
                : "Counts from 0 again on "}
              <DateTime value={monthEndsAt} />.
            </p>
          </div>
        ) : null}
      </CardBody>
      {on ? (
        <CardFooter>
          <span>You can switch it off at any time.</span>
          <SwitchOff />
        </CardFooter>
      ) : null}
    </Card>
  );
}

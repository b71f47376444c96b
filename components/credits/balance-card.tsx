import { type Route } from "next";
import Link from "next/link";

import { CreditSplit } from "./credit-split";
import { Card, CardBody } from "@/components/ui/card";
import { ChangeHighlight } from "@/components/ui/change-highlight";
import { DateTime } from "@/components/ui/date-time";
import { Figure } from "@/components/ui/figure";
import { type CreditOverview } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

type BalanceCardProps = {
  overview: CreditOverview;
  /** Where plans are chosen; null where it is somebody else's balance. */
  plansHref: Route | null;
  className?: string;
};

export function BalanceCard({ overview, plansHref, className }: BalanceCardProps) {
  const { balance, expiries } = overview;
  const total = formatCredits(balance.totalMilli);
  const next = expiries.find((expiry) => expiry.kind === "subscription");
  const lapsing = expiries.find((expiry) => expiry.kind !== "subscription");
  return (
    <Card aria-label="Balance" className={className}>
      <CardBody>
        <Figure
          size="lg"
          label="You can spend"
          value={<ChangeHighlight value={total}>{total}</ChangeHighlight>}
        />
        <CreditSplit balance={balance} legend={false} className="mt-5" />
        <dl className="mt-5 grid gap-4 sm:grid-cols-2">
          <KindLine kind="subscription" label="Subscription" milli={balance.subscriptionMilli}>
            {next ? (
              <>
                Expire <DateTime value={next.at} />
              </>
            ) : (
              <>
                Come each month{" "}
                {plansHref ? (
                  <Link href={plansHref} className="rounded-xs text-accent-ink underline underline-offset-4">
                    with a plan
                  </Link>
                ) : (
                  "with a plan"
                )}
              </>
            )}
          </KindLine>
          <KindLine kind="payg" label="Pay-as-you-go" milli={balance.paygMilli}>
            Never expire
            {lapsing ? (
              <>
                , except {formatCredits(lapsing.creditsMilli)} on <DateTime value={lapsing.at} />
              </>
            ) : null}
          </KindLine>
        </dl>
      </CardBody>
    </Card>
  );
}

type KindLineProps = {
  kind: "subscription" | "payg";
  label: string;
  milli: bigint;
  children: React.ReactNode;
};

const dots = { subscription: "bg-credit-subscription", payg: "bg-credit-payg" };

function KindLine({ kind, label, milli, children }: KindLineProps) {
  return (
    <div className="flex flex-col">
      <dt className="flex items-center gap-2 text-ink-muted">
        <span aria-hidden="true" className={`size-2 rounded-full ${dots[kind]}`} />
        {label}
      </dt>
      <dd>
        <span data-figures className="text-lg font-semibold">
          {formatCredits(milli)}
        </span>
        <span className="block text-[0.8125rem] text-ink-muted">{children}</span>
      </dd>
    </div>
  );
}

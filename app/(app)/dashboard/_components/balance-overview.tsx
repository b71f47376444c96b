import { CreditAmount } from "@/components/credits/credit-amount";
import { CreditSplit } from "@/components/credits/credit-split";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { ChangeHighlight } from "@/components/ui/change-highlight";
import { DateTime } from "@/components/ui/date-time";
import { Figure } from "@/components/ui/figure";
import { LinkButton } from "@/components/ui/link-button";
import { type CreditOverview } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

type BalanceOverviewProps = { overview: CreditOverview; runsLeft: number | null };

const fewRuns = 3;

export function BalanceOverview({ overview, runsLeft }: BalanceOverviewProps) {
  const { balance, expiries } = overview;
  const next = expiries[0];
  const total = formatCredits(balance.totalMilli);
  return (
    <Card aria-label="Balance">
      <CardBody>
        <Figure
          size="lg"
          label="You can spend"
          value={<ChangeHighlight value={total}>{total}</ChangeHighlight>}
        />
        <CreditSplit balance={balance} className="mt-5" />
        <dl className="mt-5 flex flex-col gap-2 border-t border-line pt-4 empty:hidden">
          {next ? (
            <Fact
              label={
                <>
                  Expire <DateTime value={next.at} />
                </>
              }
              milli={next.creditsMilli}
            />
          ) : null}
          {balance.heldMilli > 0n ? <Fact label="Set aside for runs" milli={balance.heldMilli} /> : null}
          {balance.frozenMilli > 0n ? (
            <Fact label="Blocked by a dispute" milli={balance.frozenMilli} />
          ) : null}
          {balance.debtMilli > 0n ? <Fact label="You owe" milli={balance.debtMilli} /> : null}
        </dl>
      </CardBody>
      <CardFooter>
        <p>{hintFor(runsLeft)}</p>
        <LinkButton href="/credits" variant="link">
          Details
        </LinkButton>
      </CardFooter>
    </Card>
  );
}

function Fact({ label, milli }: { label: React.ReactNode; milli: bigint }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-muted">{label}</dt>
      <dd>
        <CreditAmount creditsMilli={milli} className="font-medium" />
      </dd>
    </div>
  );
}

function hintFor(runsLeft: number | null): React.ReactNode {
  if (runsLeft === null) return "Each run shows its price first.";
  const runs = runsLeft === 1 ? "1 run" : `${runsLeft.toLocaleString("en-US")} runs`;
  if (runsLeft >= fewRuns) return `About ${runs} of your usual size.`;
  if (runsLeft === 0)
    return <strong className="font-medium text-warning">Not enough for a usual run.</strong>;
  return <strong className="font-medium text-warning">Only about {runs} of your usual size left.</strong>;
}

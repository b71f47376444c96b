import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import type { LedgerCheck } from "@/lib/ledger-checks/types";
import { formatCredits } from "@/lib/shared/format";

/** Where all credits came from and went, as the last check added them up. */
export function TotalsCard({ totals }: { totals: NonNullable<LedgerCheck["totals"]> }) {
  const figures = [
    { label: "Issued", milli: totals.issuedMilli },
    { label: "Spent", milli: totals.spentMilli },
    { label: "Expired", milli: totals.expiredMilli },
    { label: "Clawed back", milli: totals.clawedBackMilli },
    { label: "Forgiven", milli: totals.forgivenMilli },
    { label: "Balances", milli: totals.balancesMilli },
  ];
  return (
    <Card aria-labelledby="totals">
      <CardHeader id="totals" title="All credits" description="Of everybody, when it was checked." />
      <CardBody className="grid grid-cols-2 gap-5 sm:grid-cols-3 lg:grid-cols-6">
        {figures.map(({ label, milli }) => (
          <Figure key={label} label={label} value={formatCredits(BigInt(milli))} />
        ))}
      </CardBody>
      <CardFooter>Issued + forgiven − spent − expired − clawed back = balances.</CardFooter>
    </Card>
  );
}

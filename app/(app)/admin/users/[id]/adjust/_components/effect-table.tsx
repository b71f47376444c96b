import { CreditAmount } from "@/components/credits/credit-amount";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AdjustmentEffect, Change } from "@/lib/credit-adjustments/types";

/** What can be spent and what is owed: before, the change, after. */
export function EffectTable({ effect: { spendable, debt } }: { effect: AdjustmentEffect }) {
  return (
    <Table label="Before and after">
      <TableHead>
        <tr>
          <TableHeader>Credits</TableHeader>
          <TableHeader numeric>Before</TableHeader>
          <TableHeader numeric>Change</TableHeader>
          <TableHeader numeric>After</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        <EffectRow label="Can spend" change={spendable} />
        {debt.beforeMilli > 0n || debt.changeMilli !== 0n ? <EffectRow label="Owes" change={debt} /> : null}
      </TableBody>
    </Table>
  );
}

function EffectRow({ label, change }: { label: string; change: Change }) {
  return (
    <TableRow>
      <TableCell>{label}</TableCell>
      <TableCell numeric className="text-ink-muted">
        <CreditAmount creditsMilli={change.beforeMilli} />
      </TableCell>
      <TableCell numeric>
        {change.changeMilli > 0n ? "+" : ""}
        <CreditAmount creditsMilli={change.changeMilli} />
      </TableCell>
      <TableCell numeric className="font-semibold">
        <CreditAmount creditsMilli={change.afterMilli} />
      </TableCell>
    </TableRow>
  );
}

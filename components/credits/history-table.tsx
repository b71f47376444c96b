import { CountsFrom } from "./counts-from";
import { CreditAmount } from "./credit-amount";
import { entryMeaning, entryTitle } from "./entry-words";
import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { type Entry } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

import { TouchedLots } from "./touched-lots";

/** On a phone the date and the lots move under the title, and the balance under the amount: nothing is left out. */
export function HistoryTable({ entries }: { entries: readonly Entry[] }) {
  return (
    <Table label="Credit history">
      <TableHead>
        <tr>
          <TableHeader className="max-md:hidden">Date</TableHeader>
          <TableHeader>Movement</TableHeader>
          <TableHeader className="max-md:hidden">Taken from or added to</TableHeader>
          <TableHeader numeric>Credits</TableHeader>
          <TableHeader numeric className="max-md:hidden">
            Balance
          </TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <HistoryRow key={entry.seq.toString()} entry={entry} />
        ))}
      </TableBody>
    </Table>
  );
}

function HistoryRow({ entry }: { entry: Entry }) {
  return (
    <TableRow>
      <TableCell className="max-md:hidden">
        <DateTime value={entry.at} className="text-ink-muted" />
      </TableCell>
      <TableCell className="max-w-[22rem] max-md:w-full">
        <span className="block font-medium break-words">{entryTitle(entry)}</span>
        <span className="block text-[0.8125rem] text-ink-muted">
          {entryMeaning(entry)}
          <span className="md:hidden">
            {" · "}
            <DateTime value={entry.at} />
          </span>
          <CountsFrom entry={entry} />
        </span>
        <span className="mt-1.5 block md:hidden">
          <TouchedLots parts={entry.parts} />
        </span>
      </TableCell>
      <TableCell className="max-md:hidden">
        <TouchedLots parts={entry.parts} />
      </TableCell>
      <TableCell numeric>
        <CreditAmount creditsMilli={entry.deltaMilli} signed className="font-medium" />
        {entry.debtDeltaMilli === 0n ? null : (
          <span className="block text-[0.8125rem] text-ink-muted">
            owed {entry.debtDeltaMilli > 0n ? "+" : ""}
            {formatCredits(entry.debtDeltaMilli)}
          </span>
        )}
        <span className="block text-[0.8125rem] text-ink-muted md:hidden">
          {formatCredits(entry.balanceAfterMilli)}
        </span>
      </TableCell>
      <TableCell numeric className="text-ink-muted max-md:hidden">
        {formatCredits(entry.balanceAfterMilli)}
      </TableCell>
    </TableRow>
  );
}

import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LedgerCheck } from "@/lib/ledger-checks/types";
import { checkStates } from "./check-words";

/** The checks before, and who asked for them. */
export function HistoryCard({ history }: { history: readonly LedgerCheck[] }) {
  return (
    <Card aria-labelledby="checks">
      <CardHeader id="checks" title="Checks" />
      <Table label="Table of checks" className="mt-3">
        <TableHead>
          <tr>
            <TableHeader>When</TableHeader>
            <TableHeader>Outcome</TableHeader>
            <TableHeader numeric>Accounts</TableHeader>
            <TableHeader className="max-sm:hidden">By</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {history.map(({ id, startedAt, state, problemCount, accounts, requestedBy }) => (
            <TableRow key={id}>
              <TableCell>
                <DateTime value={startedAt} show="time" />
                <span className="block break-all text-ink-muted sm:hidden">{requestedBy ?? "the clock"}</span>
              </TableCell>
              <TableCell>
                <Badge tone={checkStates[state].tone}>{checkStates[state].label}</Badge>
                {problemCount > 0 ? <span className="ml-2 text-ink-muted">{problemCount}</span> : null}
              </TableCell>
              <TableCell numeric data-figures>
                {accounts.toLocaleString("en-US")}
              </TableCell>
              <TableCell className="break-all text-ink-muted max-sm:hidden">
                {requestedBy ?? "the clock"}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

import { ListChecks } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Run } from "@/lib/reconciliation/types";
import { toRunHref } from "../search-params";
import { runStates } from "./words";

const count = (figure: number) => new Intl.NumberFormat("en-US").format(figure);

export function RunTable({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) {
    return (
      <EmptyState icon={ListChecks} title="No run yet">
        The last three days are compared every night by themselves. A run compares any days, and keeps what it
        found.
      </EmptyState>
    );
  }
  return (
    <Table label="All runs">
      <TableHead>
        <tr>
          <TableHeader>Days</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader className="max-md:hidden">Started</TableHeader>
          <TableHeader numeric>Compared</TableHeader>
          <TableHeader numeric>Differences</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </TableBody>
    </Table>
  );
}

function RunRow({ run }: { run: Run }) {
  const { tone, label } = runStates[run.status];
  return (
    <TableRow className="relative">
      <TableCell>
        <Link
          href={toRunHref(run.id)}
          className="rounded-xs font-medium after:absolute after:inset-0 hover:underline hover:underline-offset-4"
        >
          <DateTime value={run.since} /> – <DateTime value={run.until} />
        </Link>
        <span className="block text-[0.8125rem] break-all text-ink-muted">{run.askedByEmail}</span>
      </TableCell>
      <TableCell>
        <Badge tone={tone}>{label}</Badge>
      </TableCell>
      <TableCell className="text-ink-muted max-md:hidden">
        <DateTime value={run.startedAt} show="time" />
      </TableCell>
      <TableCell numeric data-figures>
        {count(run.compared)}
      </TableCell>
      <TableCell numeric data-figures className={run.found > 0 ? "font-medium text-warning" : ""}>
        {count(run.found)}
      </TableCell>
    </TableRow>
  );
}

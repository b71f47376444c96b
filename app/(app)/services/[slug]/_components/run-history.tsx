import Link from "next/link";
import { CreditAmount } from "@/components/credits/credit-amount";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatBytes } from "@/lib/shared/format";
import type { RunStatus, RunView } from "@/lib/services/types";

const states: Record<RunStatus, { label: string; tone: "positive" | "neutral" | "danger" | "accent" }> = {
  succeeded: { label: "Succeeded", tone: "positive" },
  running: { label: "Running", tone: "accent" },
  failed: { label: "Failed", tone: "danger" },
  timed_out: { label: "Took too long", tone: "danger" },
  abandoned: { label: "Interrupted", tone: "neutral" },
};

/** One's own latest runs; each leads back to its result. */
export function RunHistory({ runs }: { runs: readonly RunView[] }) {
  if (runs.length === 0) return null;
  return (
    <Card className="mt-8">
      <CardHeader title="Your latest runs" />
      <Table label="Your latest runs" className="mt-3">
        <TableHead>
          <tr>
            <TableHeader>When</TableHeader>
            <TableHeader>Outcome</TableHeader>
            <TableHeader numeric className="hidden sm:table-cell">
              Input
            </TableHeader>
            <TableHeader numeric>Credits</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={run.id}>
              <TableCell>
                <Link
                  href={`/services/${run.serviceSlug}?run=${run.id}`}
                  className="rounded-xs text-accent-ink underline-offset-4 hover:underline"
                >
                  <DateTime
                    value={run.createdAt}
                    show="time"
                    className="whitespace-normal sm:whitespace-nowrap"
                  />
                </Link>
              </TableCell>
              <TableCell>
                <Badge tone={states[run.status].tone}>{states[run.status].label}</Badge>
              </TableCell>
              <TableCell numeric className="hidden sm:table-cell">
                {formatBytes(run.inputBytes)}
              </TableCell>
              <TableCell numeric>
                <CreditAmount creditsMilli={run.chargedMilli} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

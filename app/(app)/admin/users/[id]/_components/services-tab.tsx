import { LayoutGrid } from "lucide-react";
import { CreditAmount } from "@/components/credits/credit-amount";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listPersonRuns } from "@/lib/support";
import type { PersonRun } from "@/lib/support/types";
import { toPersonHref } from "../search-params";
import type { TabProps } from "./tab-props";

const tones = { succeeded: "positive", failed: "danger", running: "accent" } as const;
const isKnown = (status: string): status is keyof typeof tones => Object.hasOwn(tones, status);

export async function ServicesTab({ ctx, userId, before, after }: TabProps) {
  const { rows, older, newer } = await listPersonRuns(ctx, { userId, before, after });
  return (
    <Card aria-labelledby="runs">
      <CardHeader id="runs" title="Services" description="Every run, without what was sent or came out." />
      {rows.length === 0 ? (
        <EmptyState icon={LayoutGrid} title="No service was run yet">
          Runs from the pages and by the API will stand here.
        </EmptyState>
      ) : (
        <Table label="Runs" className="mt-4">
          <TableHead>
            <tr>
              <TableHeader>Service</TableHeader>
              <TableHeader>Status</TableHeader>
              <TableHeader numeric>Charged</TableHeader>
              <TableHeader>When</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {rows.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination
        label="Pages of runs"
        previousHref={newer ? toPersonHref(userId, { tab: "services", after: newer }) : null}
        nextHref={older ? toPersonHref(userId, { tab: "services", before: older }) : null}
      />
    </Card>
  );
}

function RunRow({ run }: { run: PersonRun }) {
  const { serviceSlug, source, status, problem, chargedMilli, quotedMilli, durationMs, at } = run;
  return (
    <TableRow>
      <TableCell>
        <span className="font-medium">{serviceSlug}</span>
        <span className="block text-[0.8125rem] text-ink-muted">
          {source === "api" ? "By the API" : "On the page"}
          {durationMs === null ? "" : ` · ${durationMs} ms`}
        </span>
        {problem ? <span className="block max-w-96 break-words text-ink-muted">{problem}</span> : null}
      </TableCell>
      <TableCell>
        <Badge tone={isKnown(status) ? tones[status] : "neutral"}>{status}</Badge>
      </TableCell>
      <TableCell numeric>
        <CreditAmount creditsMilli={chargedMilli} className="font-medium" />
        {quotedMilli === chargedMilli ? null : (
          <span className="block text-[0.8125rem] text-ink-muted">
            quoted <CreditAmount creditsMilli={quotedMilli} />
          </span>
        )}
      </TableCell>
      <TableCell className="text-ink-muted">
        <DateTime value={at} show="time" />
      </TableCell>
    </TableRow>
  );
}

import { Gauge } from "lucide-react";
import { formatQuota } from "@/components/quotas/format-quota";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { quotaTerms } from "@/lib/quotas/types";
import { formatCount } from "@/lib/shared/format";
import type { HitLimit } from "@/lib/usage/types";
import { PersonLink } from "../_components/person-link";
import { ReachedShares } from "../_components/reached-shares";
import { readPressure, type BlockProps } from "../read";

/** Whom limits refused, and how many came near one. */
export async function LimitsBlock({ ctx, question }: BlockProps) {
  const { hits, reached } = await readPressure(ctx, question.range);
  return (
    <div className="-mx-5 -mb-5">
      {hits.length === 0 ? (
        <EmptyState icon={Gauge} title="No limit refused anybody in these days" className="py-10">
          Runs and calls that are refused because a limit is reached are listed here.
        </EmptyState>
      ) : (
        <Table label="Refusals by person and limit">
          <TableHead>
            <tr>
              <TableHeader>Who</TableHeader>
              <TableHeader numeric>Refused</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {hits.map((hit) => (
              <HitRow key={`${hit.userId} ${hit.kind}`} hit={hit} />
            ))}
          </TableBody>
        </Table>
      )}
      {reached.length > 0 ? <ReachedShares reached={reached} /> : null}
    </div>
  );
}

function HitRow({ hit: { userId, email, kind, hits, limit, lastAt, planName, own } }: { hit: HitLimit }) {
  return (
    <TableRow className="relative">
      <TableCell className="min-w-40">
        <PersonLink userId={userId} email={email} />
        <span className="block text-[0.8125rem] text-ink-muted">
          {quotaTerms[kind].label}: {formatQuota(kind, limit)} · now {planName}
          {own ? (
            <Badge tone="accent" className="ml-1.5">
              Own limit
            </Badge>
          ) : null}
        </span>
      </TableCell>
      <TableCell numeric>
        <span data-figures>
          {formatCount(hits)} {hits === 1 ? "time" : "times"}
        </span>
        <span className="block text-[0.8125rem] text-ink-muted">
          last <DateTime value={lastAt} show="minute" />
        </span>
      </TableCell>
    </TableRow>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { CreditAmount } from "@/components/credits/credit-amount";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Adjustment } from "@/lib/credit-adjustments/types";
import { formatCredits } from "@/lib/shared/format";

interface AdjustmentsCardProps {
  userId: string;
  adjustments: readonly Adjustment[];
  /** Of pages, or the way to all. */
  footer?: React.ReactNode;
}

const titles = {
  add: "Added",
  remove: "Removed",
  forgive: "Debt forgiven",
  reverse: "Undid a change",
} as const;

/** What admins changed, with why, and the way to undo it. */
export function AdjustmentsCard({ userId, adjustments, footer }: AdjustmentsCardProps) {
  return (
    <Card aria-labelledby="adjustments" className="mt-6">
      <CardHeader
        id="adjustments"
        title="Changes by support"
        description="With the reasons, which only admins see."
      />
      <Table label="List of changes" className="mt-3">
        <TableHead>
          <tr>
            <TableHeader>Change</TableHeader>
            <TableHeader className="max-md:hidden">By</TableHeader>
            <TableHeader numeric>Credits</TableHeader>
            <TableHeader>
              <span className="sr-only">Undo</span>
            </TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {adjustments.map((adjustment) => (
            <AdjustmentRow key={adjustment.id} userId={userId} adjustment={adjustment} />
          ))}
        </TableBody>
      </Table>
      {footer}
    </Card>
  );
}

function AdjustmentRow({ userId, adjustment }: { userId: string; adjustment: Adjustment }) {
  const { act, reason, note, by, at, deltaMilli, debtDeltaMilli, expiresAt } = adjustment;
  const small = "block text-[0.8125rem] text-ink-muted";
  return (
    <TableRow>
      <TableCell className="max-w-[26rem] max-md:w-full">
        <span className="font-medium">{titles[act]}</span>
        <span className="block wrap-anywhere">“{reason}”</span>
        {note ? <span className={`${small} break-words`}>The member reads: {note}</span> : null}
        {expiresAt ? (
          <span className={small}>
            Until <DateTime value={expiresAt} />
          </span>
        ) : null}
        <span className={`${small} break-all md:hidden`}>
          {by} · <DateTime value={at} show="time" />
        </span>
      </TableCell>
      <TableCell className="max-w-60 break-all max-md:hidden">
        {by}
        <span className={small}>
          <DateTime value={at} show="time" />
        </span>
      </TableCell>
      <TableCell numeric>
        <CreditAmount creditsMilli={deltaMilli} signed className="font-medium" />
        {debtDeltaMilli === 0n ? null : (
          <span className={small}>
            owed {debtDeltaMilli > 0n ? "+" : ""}
            {formatCredits(debtDeltaMilli)}
          </span>
        )}
      </TableCell>
      <TableCell className="text-right whitespace-nowrap">
        <Undo userId={userId} adjustment={adjustment} />
      </TableCell>
    </TableRow>
  );
}

function Undo({
  userId,
  adjustment: { id, act, reversedById, amountMilli },
}: {
  userId: string;
  adjustment: Adjustment;
}) {
  if (reversedById) return <Badge>Undone</Badge>;
  if (act === "forgive" || act === "reverse") return null;
  return (
    <Link
      href={`/admin/users/${userId}/adjust/${id}` as Route}
      prefetch={false}
      aria-label={`Reverse: ${titles[act]} ${formatCredits(amountMilli)}`}
      className="rounded-xs text-accent-ink underline underline-offset-4"
    >
      Reverse
    </Link>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { cardLabel } from "@/lib/payments";
import type { BillingRecord } from "@/lib/payments/types";
import { toStatusWords, typeLabels } from "./record-words";

/** On a phone the date and the card move under the title, and the status under the amount: nothing is left out. */
export function RecordTable({ records }: { records: readonly BillingRecord[] }) {
  return (
    <Table label="Payments and refunds">
      <TableHead>
        <tr>
          <TableHeader className="max-md:hidden">Date</TableHeader>
          <TableHeader>For</TableHeader>
          <TableHeader className="max-md:hidden">Paid with</TableHeader>
          <TableHeader className="max-md:hidden">Status</TableHeader>
          <TableHeader numeric>Amount</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {records.map((record) => (
          <RecordRow key={record.id} record={record} />
        ))}
      </TableBody>
    </Table>
  );
}

function RecordRow({ record }: { record: BillingRecord }) {
  const { pageId, type, description, amountMinor, currency, card, at } = record;
  const { tone, label } = toStatusWords(record);
  const status = <Badge tone={tone}>{label}</Badge>;
  const paidWith = card ? cardLabel(card) : null;
  return (
    <TableRow className="relative">
      <TableCell className="max-md:hidden">
        <DateTime value={at} className="text-ink-muted" />
      </TableCell>
      <TableCell className="max-w-[22rem] max-md:w-full">
        <Link
          href={`/billing/history/${pageId}` as Route}
          className="block rounded-xs font-medium break-words after:absolute after:inset-0 hover:underline hover:underline-offset-4"
        >
          {type === "refund" ? `Refund: ${description}` : description}
        </Link>
        <span className="block text-[0.8125rem] text-ink-muted">
          {typeLabels[type]}
          <span className="md:hidden">
            {" · "}
            <DateTime value={at} />
          </span>
        </span>
        {paidWith ? (
          <span className="block text-[0.8125rem] text-ink-muted md:hidden">{paidWith}</span>
        ) : null}
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted max-md:hidden">{paidWith ?? "—"}</TableCell>
      <TableCell className="max-md:hidden">{status}</TableCell>
      <TableCell numeric>
        <Money amountMinor={amountMinor} currency={currency} className="font-medium" />
        <span className="mt-1 block md:hidden">{status}</span>
      </TableCell>
    </TableRow>
  );
}

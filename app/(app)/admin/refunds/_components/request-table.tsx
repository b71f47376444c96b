import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RefundRequestLine } from "@/lib/refunds/types";
import { requestWords } from "./request-words";

/** On a phone who asked and when move under what: nothing is left out. */
export function RequestTable({ requests }: { requests: readonly RefundRequestLine[] }) {
  return (
    <Table label="Refund requests">
      <TableHead>
        <tr>
          <TableHeader>Refund of</TableHeader>
          <TableHeader className="max-md:hidden">Asked for by</TableHeader>
          <TableHeader className="max-md:hidden">State</TableHeader>
          <TableHeader className="max-md:hidden">When</TableHeader>
          <TableHeader numeric>Amount</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </TableBody>
    </Table>
  );
}

function RequestRow({ request }: { request: RefundRequestLine }) {
  const { id, userEmail, description, note, requestedBy, decidedBy, createdAt, status } = request;
  const { tone, label } = requestWords[status];
  const by = status === "waiting" || status === "withdrawn" ? null : decidedBy;
  return (
    <TableRow className="relative">
      <TableCell className="max-w-[22rem] max-md:w-full">
        <Link
          href={`/admin/refunds/${id}` as Route}
          prefetch={false}
          className="block rounded-xs font-medium break-words after:absolute after:inset-0 hover:underline hover:underline-offset-4"
        >
          {description}
        </Link>
        <span className="block text-[0.8125rem] break-all text-ink-muted">{userEmail}</span>
        {note ? <span className="block text-[0.8125rem] break-words text-ink-muted">“{note}”</span> : null}
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-ink-muted md:hidden">
          <Badge tone={tone}>{label}</Badge> <span className="break-all">{requestedBy}</span>
          <DateTime value={createdAt} />
        </span>
      </TableCell>
      <TableCell className="max-w-56 break-all max-md:hidden">{requestedBy}</TableCell>
      <TableCell className="max-w-56 max-md:hidden">
        <Badge tone={tone}>{label}</Badge>
        {by ? <span className="block text-[0.8125rem] break-all text-ink-muted">by {by}</span> : null}
      </TableCell>
      <TableCell className="text-ink-muted max-md:hidden">
        <DateTime value={createdAt} />
      </TableCell>
      <TableCell numeric>
        <Money amountMinor={request.amountMinor} currency={request.currency} className="font-medium" />
      </TableCell>
    </TableRow>
  );
}

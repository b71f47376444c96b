import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { cardLabel } from "@/lib/payments";
import { formatMoney } from "@/lib/shared/format";
import type { TransactionLine } from "@/lib/transactions/types";
import { failureText, toStatusWords } from "./payment-words";

/** On a phone the person, the day and the state move under what was paid for: nothing is left out. */
export function PaymentTable({ transactions }: { transactions: readonly TransactionLine[] }) {
  return (
    <Table label="Payments">
      <TableHead>
        <tr>
          <TableHeader>Payment</TableHeader>
          <TableHeader className="max-md:hidden">Who</TableHeader>
          <TableHeader className="max-md:hidden">State</TableHeader>
          <TableHeader className="max-md:hidden">When</TableHeader>
          <TableHeader numeric>Amount</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {transactions.map((line) => (
          <PaymentRow key={line.id} line={line} />
        ))}
      </TableBody>
    </Table>
  );
}

function PaymentRow({ line }: { line: TransactionLine }) {
  const { id, email, userId, description, at, amountMinor, currency, cardBrand, cardLast4 } = line;
  const card = cardBrand && cardLast4 ? cardLabel({ brand: cardBrand, last4: cardLast4 }) : null;
  const failure = line.status === "succeeded" ? null : failureText(line);
  const beforeAt = email.slice(0, email.lastIndexOf("@"));
  return (
    <TableRow className="relative">
      <TableCell className="max-w-[20rem] max-md:w-full">
        <Link
          href={`/admin/payments/${id}` as Route}
          prefetch={false}
          className="block rounded-xs font-medium break-words after:absolute after:inset-0 hover:underline hover:underline-offset-4"
        >
          {description}
        </Link>
        <span className="block font-mono text-xs break-all text-ink-muted">{line.stripePaymentIntentId}</span>
        {failure ? <span className="block text-[0.8125rem] break-words text-danger">{failure}</span> : null}
        {line.problem ? (
          <span className="block text-[0.8125rem] break-words text-warning">
            Brought no credits: {line.problem.replaceAll("_", " ")}
          </span>
        ) : null}
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-ink-muted md:hidden">
          <States line={line} />
          <span className="break-all">{email}</span> <DateTime value={at} />
        </span>
      </TableCell>
      <TableCell className="max-w-[16rem] max-md:hidden">
        <Link
          href={`/admin/users/${userId}` as Route}
          prefetch={false}
          className="relative z-1 rounded-xs wrap-anywhere hover:underline hover:underline-offset-4"
        >
          {beforeAt}
          <wbr />
          {email.slice(beforeAt.length)}
        </Link>
        {card ? <span className="block text-[0.8125rem] text-ink-muted">{card}</span> : null}
      </TableCell>
      <TableCell className="max-md:hidden">
        <span className="flex flex-wrap gap-1">
          <States line={line} />
        </span>
      </TableCell>
      <TableCell className="max-md:hidden">
        <DateTime value={at} className="text-ink-muted" />
      </TableCell>
      <TableCell numeric>
        <Money amountMinor={amountMinor} currency={currency} className="font-medium" />
        <span className="block text-xs text-ink-muted uppercase">{currency}</span>
      </TableCell>
    </TableRow>
  );
}

function States({
  line: { status, refundedMinor, amountMinor, currency, disputed, problem },
}: {
  line: TransactionLine;
}) {
  const { tone, label } = toStatusWords(status);
  const returned =
    refundedMinor >= amountMinor ? "Refunded" : `${formatMoney(refundedMinor, currency)} refunded`;
  return (
    <>
      <Badge tone={tone}>{label}</Badge>
      {refundedMinor > 0n ? <Badge>{returned}</Badge> : null}
      {disputed ? <Badge tone="warning">Disputed</Badge> : null}
      {problem ? <Badge tone="warning">Unclear</Badge> : null}
    </>
  );
}

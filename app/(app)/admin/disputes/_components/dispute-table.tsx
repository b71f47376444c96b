import { ExternalLink } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { stripeDashboardUrl } from "@/app/(app)/admin/_components/stripe-dashboard-url";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ListedDispute } from "@/lib/disputes/types";
import { creditWords, disputeStates, wantsAnswer } from "./dispute-words";

const small = "block text-[0.8125rem] break-words text-ink-muted";
const link = "inline-block min-h-6 rounded-xs underline underline-offset-4";

/** On a phone deadline, amount and credits move under the state: nothing is left out. */
export function DisputeTable({ disputes, now }: { disputes: readonly ListedDispute[]; now: Date }) {
  return (
    <Table label="Table of disputes">
      <TableHead>
        <tr>
          <TableHeader>Dispute</TableHeader>
          <TableHeader className="max-md:hidden">Answer by</TableHeader>
          <TableHeader className="max-md:hidden">Credits</TableHeader>
          <TableHeader numeric>Amount</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {disputes.map((dispute) => (
          <DisputeRow key={dispute.id} dispute={dispute} now={now} />
        ))}
      </TableBody>
    </Table>
  );
}

function DisputeRow({ dispute, now }: { dispute: ListedDispute; now: Date }) {
  const { stripeDisputeId, status, reason, amountMinor, currency, userId, userEmail, paymentId } = dispute;
  const { tone, label } = disputeStates[status];
  return (
    <TableRow>
      <TableCell className="max-w-[26rem]">
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={tone}>{label}</Badge>
          <a
            href={stripeDashboardUrl(`disputes/${stripeDisputeId}`)}
            target="_blank"
            rel="noreferrer"
            className={
              "inline-flex min-h-6 items-center gap-1 rounded-xs text-[0.8125rem] underline underline-offset-4"
            }
          >
            {wantsAnswer(status) ? "Send evidence" : "See at Stripe"}
            <ExternalLink aria-hidden="true" className="size-3" />
            <span className="sr-only">: {stripeDisputeId}, in a new tab</span>
          </a>
        </span>
        <span className="mt-1 block break-words">
          <Link href={`/admin/payments/${paymentId}` as Route} prefetch={false} className={link}>
            {dispute.purchase}
          </Link>
        </span>
        <Link href={`/admin/users/${userId}` as Route} prefetch={false} className={`${link} break-all`}>
          {userEmail}
        </Link>
        <span className={small}>The bank’s reason: {reason}</span>
        <span className="mt-1 block md:hidden">
          <Deadline dispute={dispute} now={now} />
          <span className={small}>Credits: {creditWords(dispute.credits)}</span>
        </span>
      </TableCell>
      <TableCell className="max-md:hidden">
        <Deadline dispute={dispute} now={now} />
      </TableCell>
      <TableCell className="max-w-52 max-md:hidden">{creditWords(dispute.credits)}</TableCell>
      <TableCell numeric>
        <Money amountMinor={amountMinor} currency={currency} className="font-medium" />
      </TableCell>
    </TableRow>
  );
}

const dayMs = 86_400_000;

function Deadline({
  dispute: { status, dueBy, openedAt, closedAt },
  now,
}: {
  dispute: ListedDispute;
  now: Date;
}) {
  const opened = (
    <span className={small}>
      opened <DateTime value={openedAt} />
    </span>
  );
  if (!wantsAnswer(status) || !dueBy) {
    return (
      <>
        {closedAt ? (
          <span className={small}>
            closed <DateTime value={closedAt} />
          </span>
        ) : null}
        {opened}
      </>
    );
  }
  const days = Math.floor((dueBy.getTime() - now.getTime()) / dayMs);
  const words = days < 0 ? "overdue" : days === 0 ? "today" : `in ${days} day${days === 1 ? "" : "s"}`;
  return (
    <>
      <DateTime value={dueBy} show="time" />
      <span className={`block text-[0.8125rem] ${days < 3 ? "font-medium text-danger" : "text-ink-muted"}`}>
        {words}
      </span>
      {opened}
    </>
  );
}

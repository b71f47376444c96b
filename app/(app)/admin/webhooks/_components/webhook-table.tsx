import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ListedEvent } from "@/lib/stripe-events/schema";
import { eventStates } from "./event-words";

const small = "block text-[0.8125rem] text-ink-muted";

/** On a phone state and time move under the type: nothing is left out. */
export function WebhookTable({ events }: { events: readonly ListedEvent[] }) {
  return (
    <Table label="Table of webhooks">
      <TableHead>
        <tr>
          <TableHeader>What Stripe told</TableHeader>
          <TableHeader className="max-md:hidden">State</TableHeader>
          <TableHeader numeric className="max-md:hidden">
            Tries
          </TableHeader>
          <TableHeader className="max-md:hidden">Received</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <WebhookRow key={event.id} event={event} />
        ))}
      </TableBody>
    </Table>
  );
}

function WebhookRow({ event }: { event: ListedEvent }) {
  const { id, type, status, attempts, error, note, objectId, receivedAt, source } = event;
  const { tone, label } = eventStates[status];
  const story = status === "processed" ? null : (error ?? note);
  return (
    <TableRow className="relative">
      <TableCell className="max-w-[30rem] max-md:w-full">
        <Link
          href={`/admin/webhooks/${id}` as Route}
          prefetch={false}
          className="rounded-xs font-medium break-all after:absolute after:inset-0 hover:underline hover:underline-offset-4"
        >
          {type}
        </Link>
        <span className={`${small} font-mono break-all`}>{objectId ?? id}</span>
        {story ? <span className={`${small} line-clamp-2 break-words`}>{story}</span> : null}
        <span className="mt-1 flex flex-wrap items-center gap-2 text-[0.8125rem] text-ink-muted md:hidden">
          <Badge tone={tone}>{label}</Badge>
          {attempts > 1 ? `${attempts} tries · ` : null}
          <DateTime value={receivedAt} show="time" />
        </span>
      </TableCell>
      <TableCell className="max-md:hidden">
        <Badge tone={tone}>{label}</Badge>
      </TableCell>
      <TableCell numeric data-figures className="text-ink-muted max-md:hidden">
        {attempts}
      </TableCell>
      <TableCell className="text-ink-muted max-md:hidden">
        <DateTime value={receivedAt} show="time" />
        {source === "sweep" ? <span className={small}>found by the sweep</span> : null}
      </TableCell>
    </TableRow>
  );
}

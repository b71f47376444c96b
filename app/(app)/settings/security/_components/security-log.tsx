import type { Route } from "next";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SecurityEvent, SecurityEventPage } from "@/lib/security-log/types";
import { deviceName } from "@/lib/shared/device-name";
import { ScrollText } from "lucide-react";
import { toEventWords } from "./event-words";

function EventRow({ event }: { event: SecurityEvent }) {
  return (
    <TableRow>
      <TableCell>
        <span className="font-medium">{toEventWords(event.kind)}</span>
        {event.detail ? (
          <span className="block max-w-80 break-words text-ink-muted">{event.detail}</span>
        ) : null}
      </TableCell>
      <TableCell className="text-ink-muted">{deviceName(event.userAgent)}</TableCell>
      <TableCell className="text-ink-muted">{event.ip ?? "Unknown"}</TableCell>
      <TableCell className="text-ink-muted">
        <DateTime value={event.at} show="time" />
      </TableCell>
    </TableRow>
  );
}

type SecurityLogProps = {
  page: SecurityEventPage;
  toHref: (cursor: { before?: string; after?: string }) => Route;
};

/** What happened to the safety of the account, page by page. */
export function SecurityLog({ page, toHref }: SecurityLogProps) {
  const { events, older, newer } = page;
  return (
    <Card aria-labelledby="security-log">
      <CardHeader
        id="security-log"
        title="Security log"
        description="What happened to the account, and from where."
      />
      {events.length === 0 ? (
        <EmptyState icon={ScrollText} title="Nothing yet">
          Sign-ins and changes of your password, address and keys will stand here.
        </EmptyState>
      ) : (
        <Table label="Events" className="mt-4">
          <TableHead>
            <TableRow>
              <TableHeader>What</TableHeader>
              <TableHeader>Device</TableHeader>
              <TableHeader>IP address</TableHeader>
              <TableHeader>When</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {events.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination
        label="Security log pages"
        previousHref={newer ? toHref({ after: newer }) : null}
        nextHref={older ? toHref({ before: older }) : null}
      />
    </Card>
  );
}

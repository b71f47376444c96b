import { Mail } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listPersonEmails } from "@/lib/support";
import type { PersonEmail } from "@/lib/support/types";
import { toPersonHref } from "../search-params";
import type { TabProps } from "./tab-props";

const statuses = {
  pending: { tone: "accent", label: "On its way" },
  sent: { tone: "positive", label: "Sent" },
  failed: { tone: "danger", label: "Failed" },
  unwanted: { tone: "neutral", label: "Switched off" },
} as const;

/** "purchase-receipt" is "Purchase receipt". */
function templateWords(template: string): string {
  const words = template.replaceAll(/[-_]/g, " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

export async function EmailsTab({ ctx, userId, before, after }: TabProps) {
  const { rows, older, newer } = await listPersonEmails(ctx, { userId, before, after });
  return (
    <Card aria-labelledby="emails">
      <CardHeader
        id="emails"
        title="Mails"
        description="What was sent and when. What they say is not shown: some carry links that sign in."
      />
      {rows.length === 0 ? (
        <EmptyState icon={Mail} title="No mail yet">
          Receipts and notices to this person will stand here.
        </EmptyState>
      ) : (
        <Table label="Table of mails" className="mt-4">
          <TableHead>
            <tr>
              <TableHeader>What</TableHeader>
              <TableHeader>Status</TableHeader>
              <TableHeader>Written</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {rows.map((email) => (
              <EmailRow key={email.id} email={email} />
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination
        label="Pages of mails"
        previousHref={newer ? toPersonHref(userId, { tab: "emails", after: newer }) : null}
        nextHref={older ? toPersonHref(userId, { tab: "emails", before: older }) : null}
      />
    </Card>
  );
}

function EmailRow({ email: { template, recipient, status, attempts, error, at } }: { email: PersonEmail }) {
  const { tone, label } = statuses[status];
  return (
    <TableRow>
      <TableCell>
        <span className="font-medium">{templateWords(template)}</span>
        <span className="block text-[0.8125rem] break-all text-ink-muted">{recipient}</span>
        {error ? <span className="block max-w-96 break-words text-ink-muted">{error}</span> : null}
      </TableCell>
      <TableCell>
        <Badge tone={tone}>{label}</Badge>
        {attempts > 1 ? (
          <span className="block text-[0.8125rem] text-ink-muted">{attempts} tries</span>
        ) : null}
      </TableCell>
      <TableCell className="text-ink-muted">
        <DateTime value={at} show="time" />
      </TableCell>
    </TableRow>
  );
}

import { ScrollText } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AuditLine } from "@/lib/audit/types";
import { actionWords } from "./action-words";
import { FactList } from "./fact-list";

const small = "block text-[0.8125rem] text-ink-muted";

/** What admins, the command line and jobs did. On a phone who and when move under what: nothing is left out. */
export function AuditTable({ entries }: { entries: readonly AuditLine[] }) {
  if (entries.length === 0) {
    return (
      <EmptyState icon={ScrollText} title="Nothing is recorded here">
        Every look at a person and every change by an admin stands in the record, and stays there.
      </EmptyState>
    );
  }
  return (
    <Table label="Record">
      <TableHead>
        <tr>
          <TableHeader>What</TableHeader>
          <TableHeader className="max-md:hidden">Of whom</TableHeader>
          <TableHeader className="max-md:hidden">By</TableHeader>
          <TableHeader className="max-md:hidden">When</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </TableBody>
    </Table>
  );
}

function AuditRow({ entry }: { entry: AuditLine }) {
  const { action, at, actor, ip, reason, before, after } = entry;
  return (
    <TableRow>
      <TableCell className="max-w-[24rem] max-md:w-full">
        <span className="font-medium">{actionWords(action)}</span>
        {reason ? <span className="block break-words">“{reason}”</span> : null}
        <FactList before={before} after={after} />
        <span className="mt-1 block md:hidden">
          <Whom entry={entry} />
          <span className={`${small} break-all`}>
            {actor} · <DateTime value={at} show="time" />
          </span>
        </span>
      </TableCell>
      <TableCell className="max-w-60 max-md:hidden">
        <Whom entry={entry} />
      </TableCell>
      <TableCell className="max-w-60 break-all max-md:hidden">
        {actor}
        {ip ? <span className={small}>{ip}</span> : null}
      </TableCell>
      <TableCell className="text-ink-muted max-md:hidden">
        <DateTime value={at} show="time" />
      </TableCell>
    </TableRow>
  );
}

/** The person, and the thing where it is not the person. */
function Whom({ entry: { userId, userEmail, targetType, targetId } }: { entry: AuditLine }) {
  return (
    <>
      {userId ? (
        <Link
          href={`/admin/users/${userId}` as Route}
          prefetch={false}
          className="rounded-xs break-all underline underline-offset-4"
        >
          {userEmail ?? userId}
        </Link>
      ) : null}
      {targetId === userId ? null : (
        <span className={`${small} break-all`}>
          {targetType.replaceAll("_", " ")} {targetId}
        </span>
      )}
    </>
  );
}

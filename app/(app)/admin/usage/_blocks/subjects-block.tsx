import { Code, LayoutGrid } from "lucide-react";
import Link from "next/link";
import type { Route } from "next";
import { toSubjectTitle } from "@/app/(app)/usage/subject-title";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatCount, formatCredits, formatDuration, formatShare } from "@/lib/shared/format";
import type { SubjectUse } from "@/lib/usage/types";
import { ChangeNote } from "../_components/change-note";
import { readEverybody, type BlockProps } from "../read";

type SubjectsBlockProps = BlockProps & { kind: SubjectUse["kind"] };

/** Services, or operations of the API: the most used first, with how they went. */
export async function SubjectsBlock({ ctx, origin, question, kind }: SubjectsBlockProps) {
  const { subjects, before } = await readEverybody(ctx, question, origin);
  const own = subjects.filter((subject) => subject.kind === kind);
  if (own.length === 0) return <Nothing kind={kind} />;
  return (
    <div className="-mx-5 -mb-5">
      <Table label={kind === "run" ? "Services by use" : "API operations by use"}>
        <TableHead>
          <tr>
            <TableHeader>What</TableHeader>
            <TableHeader numeric>{kind === "run" ? "Runs" : "Calls"}</TableHeader>
            <TableHeader numeric>Failed</TableHeader>
            <TableHeader numeric className="max-sm:hidden">
              Mean time
            </TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {own.map((subject) => (
            <SubjectRow key={subject.subject} subject={subject} compared={before !== null} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function SubjectRow({ subject, compared }: { subject: SubjectUse; compared: boolean }) {
  const {
    kind,
    subject: id,
    events,
    eventsBefore,
    people,
    creditsMilli,
    failureRate,
    meanDurationMs,
  } = subject;
  const title = toSubjectTitle(subject);
  const who = `${formatCount(people)} ${people === 1 ? "person" : "people"}`;
  const mean = meanDurationMs === null ? "—" : formatDuration(meanDurationMs);
  return (
    <TableRow className="relative">
      <TableCell className="min-w-36">
        {kind === "run" ? (
          <Link
            href={`/admin/services#${id}` as Route}
            className="rounded-xs font-medium wrap-anywhere after:absolute after:inset-0 hover:underline hover:underline-offset-4"
          >
            {title}
          </Link>
        ) : (
          <span className="font-medium wrap-anywhere">{title}</span>
        )}
        <span className="block text-[0.8125rem] text-ink-muted">
          {kind === "run" ? `${who} · ${formatCredits(creditsMilli)} credits` : who}
          <span className="sm:hidden"> · {mean}</span>
        </span>
      </TableCell>
      <TableCell numeric>
        <span data-figures>{formatCount(events)}</span>
        {compared ? (
          <ChangeNote now={BigInt(events)} before={BigInt(eventsBefore)} format={formatCount} />
        ) : null}
      </TableCell>
      <TableCell numeric data-figures>
        <span className={failureRate !== null && failureRate >= 0.05 ? "font-medium text-danger" : undefined}>
          {failureRate === null ? "—" : formatShare(failureRate)}
        </span>
      </TableCell>
      <TableCell numeric data-figures className="max-sm:hidden">
        {mean}
      </TableCell>
    </TableRow>
  );
}

function Nothing({ kind }: Pick<SubjectsBlockProps, "kind">) {
  return kind === "run" ? (
    <EmptyState icon={LayoutGrid} title="No service ran in these days" className="py-10">
      Services that people run are listed here with how they went.
    </EmptyState>
  ) : (
    <EmptyState icon={Code} title="Nobody called the API in these days" className="py-10">
      Operations that programs call are listed here with how they went.
    </EmptyState>
  );
}

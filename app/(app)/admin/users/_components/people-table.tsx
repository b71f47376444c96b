import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { IdKind, PersonLine } from "@/lib/support/types";
import { idWords } from "./id-words";
import { PersonBadges } from "./person-badges";
import { planStateWords } from "./plan-state-words";

type PeopleTableProps = { people: readonly PersonLine[]; idKind: IdKind | null; soughtId: string };

/** On a phone the plan and the day move under the address: nothing is left out. */
export function PeopleTable({ people, idKind, soughtId }: PeopleTableProps) {
  return (
    <>
      {idKind && idKind !== "user" ? (
        <p className="border-b border-line px-5 py-3 text-ink-muted">
          The {idWords[idKind]}{" "}
          <span className="font-mono text-[0.8125rem] break-all">{soughtId.trim()}</span> belongs to:
        </p>
      ) : null}
      <Table label="People">
        <TableHead>
          <tr>
            <TableHeader>Who</TableHeader>
            <TableHeader className="max-md:hidden">Plan</TableHeader>
            <TableHeader className="max-md:hidden">State</TableHeader>
            <TableHeader className="max-md:hidden">Joined</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </TableBody>
      </Table>
    </>
  );
}

function PersonRow({ person }: { person: PersonLine }) {
  const { id, email, name, plan, joinedAt } = person;
  const planText = plan ? `${plan.name}, ${planStateWords(plan.status)}` : "No plan";
  return (
    <TableRow className="relative">
      <TableCell className="max-w-[22rem] max-md:w-full">
        <Link
          href={`/admin/users/${id}` as Route}
          className="block rounded-xs font-medium break-all after:absolute after:inset-0 hover:underline hover:underline-offset-4"
        >
          {email}
        </Link>
        {name ? <span className="block text-[0.8125rem] break-words text-ink-muted">{name}</span> : null}
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-ink-muted md:hidden">
          <PersonBadges person={person} />
          <span>
            {planText} · joined <DateTime value={joinedAt} />
          </span>
        </span>
      </TableCell>
      <TableCell className="max-md:hidden">
        {plan ? (
          <>
            {plan.name}
            {plan.status === "active" ? null : (
              <Badge tone={plan.status === "trialing" ? "accent" : "warning"} className="ml-2">
                {planStateWords(plan.status)}
              </Badge>
            )}
          </>
        ) : (
          <span className="text-ink-muted">—</span>
        )}
      </TableCell>
      <TableCell className="max-md:hidden">
        <span className="flex flex-wrap gap-1">
          <PersonBadges person={person} />
        </span>
      </TableCell>
      <TableCell className="max-md:hidden">
        <DateTime value={joinedAt} className="text-ink-muted" />
      </TableCell>
    </TableRow>
  );
}

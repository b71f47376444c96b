import type { Route } from "next";
import Link from "next/link";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LedgerCheck, LedgerHealth } from "@/lib/ledger-checks/types";

type ProblemsCardProps = { check: LedgerCheck; emails: LedgerHealth["emails"] };

const figure = (text: string) => (/^-?\d+$/.test(text) ? BigInt(text).toLocaleString("en-US") : text);

/** Whose account differs, in which rule, and by what. */
export function ProblemsCard({ check: { problems, problemCount }, emails }: ProblemsCardProps) {
  return (
    <Card aria-labelledby="drift">
      <CardHeader
        id="drift"
        title="What differs"
        description="Recomputed from the history, beside what is stored; in thousandths of a credit."
      />
      <Table label="Table of what differs" className="mt-3">
        <TableHead>
          <tr>
            <TableHeader>Account and rule</TableHeader>
            <TableHeader numeric>By the history</TableHeader>
            <TableHeader numeric>Stored</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {problems.map(({ userId, rule, expected, actual }) => (
            <TableRow key={`${userId} ${rule} ${expected} ${actual}`}>
              <TableCell>
                {userId ? (
                  <Link
                    href={`/admin/users/${userId}` as Route}
                    prefetch={false}
                    className="rounded-xs font-medium break-all underline underline-offset-4"
                  >
                    {emails[userId] ?? userId}
                  </Link>
                ) : (
                  <span className="font-medium">All accounts</span>
                )}
                <span className="block text-[0.8125rem] break-words text-ink-muted">{rule}</span>
              </TableCell>
              <TableCell numeric data-figures>
                {figure(expected)}
              </TableCell>
              <TableCell numeric data-figures className="text-danger">
                {figure(actual)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {problemCount > problems.length ? (
        <CardFooter>
          The first {problems.length} of {problemCount.toLocaleString("en-US")}. quickscale ledger verify
          shows all.
        </CardFooter>
      ) : null}
    </Card>
  );
}

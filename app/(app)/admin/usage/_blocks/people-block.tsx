import { Users } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableHead, TableHeader } from "@/components/ui/table";
import type { UsageMeasure } from "@/lib/usage/types";
import { measures } from "../_components/measure-words";
import { PeopleFooter } from "../_components/people-footer";
import { PersonRow } from "../_components/person-row";
import { readEverybody, type BlockProps } from "../read";
import type { MonitoringSearch } from "../search-params";

const shownFirst = 10;

/** The people with most of what they are ranked by. */
export async function PeopleBlock(props: BlockProps & { search: MonitoringSearch }) {
  const { ctx, origin, question, search } = props;
  const { people, found, before } = await readEverybody(ctx, question, origin);
  if (people.length === 0) return <Nobody by={search.by} searched={search.q !== ""} />;
  const shown = search.people === "all" ? people : people.slice(0, shownFirst);
  const { label } = measures[search.by];
  const largest = people[0]?.share ?? 1;
  return (
    <div className="-mx-5 -mb-5">
      <Table label="People by use">
        <TableHead>
          <tr>
            <TableHeader>Who</TableHeader>
            <TableHeader numeric>{label}</TableHeader>
            <TableHeader className="max-md:hidden">Share of all</TableHeader>
            {(["credits", "runs", "calls", "failures"] as const)
              .filter((measure) => measure !== search.by)
              .map((measure) => (
                <TableHeader key={measure} numeric className="max-lg:hidden">
                  {measures[measure].label}
                </TableHeader>
              ))}
          </tr>
        </TableHead>
        <TableBody>
          {shown.map((person) => (
            <PersonRow
              key={person.userId}
              {...{ person, largest }}
              by={search.by}
              compared={before !== null}
            />
          ))}
        </TableBody>
      </Table>
      <PeopleFooter
        search={search}
        range={question.range}
        listed={people.length}
        {...{ found, shown: shown.length }}
      />
    </div>
  );
}

function Nobody({ by, searched }: { by: UsageMeasure; searched: boolean }) {
  if (searched)
    return (
      <EmptyState icon={Users} title="Nobody who fits used anything in these days" className="py-10">
        Look for another part of an address or a name, or widen the range. Users finds everybody.
      </EmptyState>
    );
  const nothing = by === "failures" ? "Nothing failed in these days" : "Nobody used anything in these days";
  return (
    <EmptyState icon={Users} title={nothing} className="py-10">
      People are ranked here by what they use.
    </EmptyState>
  );
}

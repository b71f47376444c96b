import { TableCell, TableRow } from "@/components/ui/table";
import { formatShare } from "@/lib/shared/format";
import type { RankedPerson, UsageMeasure } from "@/lib/usage/types";
import { ChangeNote } from "./change-note";
import { measures } from "./measure-words";
import { PersonLink } from "./person-link";

type PersonRowProps = {
  person: RankedPerson;
  /** The share that fills the bar. */
  largest: number;
  by: UsageMeasure;
  compared: boolean;
};

/** One person with their place; the row leads to what they used. */
export function PersonRow({ person, largest, by, compared }: PersonRowProps) {
  const { userId, email, name, place, share, before } = person;
  const { of, format, more } = measures[by];
  return (
    <TableRow className="relative">
      <TableCell className="max-w-[24rem] max-md:w-full">
        <span className="flex gap-3">
          <span data-figures className="w-5 shrink-0 text-right text-ink-muted">
            {place}
          </span>
          <span className="min-w-0">
            <PersonLink userId={userId} email={email} />
            {name ? <span className="block text-[0.8125rem] break-words text-ink-muted">{name}</span> : null}
            <span className="block text-[0.8125rem] text-ink-muted md:hidden">
              {formatShare(share)} of all
            </span>
          </span>
        </span>
      </TableCell>
      <TableCell numeric>
        <span data-figures className="font-medium">
          {format(of(person))}
        </span>
        {compared ? <ChangeNote now={of(person)} before={of(before)} more={more} format={format} /> : null}
      </TableCell>
      <TableCell className="w-40 max-md:hidden">
        <span data-figures>{formatShare(share)}</span>
        <span aria-hidden="true" className="mt-1.5 block h-1.5 rounded-[2px] bg-hover">
          <span
            className="block h-full rounded-[2px] bg-accent"
            style={{ width: `max(2px, ${(share / largest) * 100}%)` }}
          />
        </span>
      </TableCell>
      {(["credits", "runs", "calls", "failures"] as const)
        .filter((measure) => measure !== by)
        .map((measure) => (
          <TableCell key={measure} numeric data-figures className="text-ink-muted max-lg:hidden">
            {measures[measure].format(measures[measure].of(person))}
          </TableCell>
        ))}
    </TableRow>
  );
}

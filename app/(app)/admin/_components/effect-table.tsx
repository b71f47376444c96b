import { type ReactNode } from "react";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

export type Effect = {
  label: string;
  before: ReactNode;
  change: ReactNode;
  after: ReactNode;
  note?: ReactNode;
};

/** What an act would do: before it, by it, after it. */
export function EffectTable({ label, effects }: { label: string; effects: readonly Effect[] }) {
  return (
    <Table label={label}>
      <TableHead>
        <tr>
          <TableHeader>What</TableHeader>
          <TableHeader numeric>Before</TableHeader>
          <TableHeader numeric>Change</TableHeader>
          <TableHeader numeric>After</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {effects.map(({ label: what, before, change, after, note }) => (
          <TableRow key={what}>
            <TableCell className="min-w-32">
              {what}
              {note ? <span className="block text-[0.8125rem] text-ink-muted">{note}</span> : null}
            </TableCell>
            <TableCell numeric className="text-ink-muted" data-figures>
              {before}
            </TableCell>
            <TableCell numeric data-figures>
              {change}
            </TableCell>
            <TableCell numeric className="font-medium" data-figures>
              {after}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

import { Activity } from "lucide-react";
import { formatDay } from "@/components/charts/format-day";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatCount } from "@/lib/shared/format";
import { PersonLink } from "../_components/person-link";
import { spikeWords } from "../_components/spike-words";
import { readSpikes, type BlockProps } from "../read";

/** Days that stood out from those before, by person. */
export async function SpikesBlock({ ctx, question }: BlockProps) {
  const { spikes, found } = await readSpikes(ctx, question.range);
  if (spikes.length === 0)
    return (
      <EmptyState icon={Activity} title="Nothing stood out in these days" className="py-10">
        Days on which somebody takes far more credits, or makes far more calls, than usual are listed here.
      </EmptyState>
    );
  return (
    <div className="-mx-5 -mb-5">
      <Table label="Spikes by person">
        <TableHead>
          <tr>
            <TableHeader>Who</TableHeader>
            <TableHeader>Day</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {spikes.map((spike) => (
            <TableRow key={`${spike.userId} ${spike.day}`} className="relative">
              <TableCell>
                <PersonLink userId={spike.userId} email={spike.email} />
                <span data-figures className="block text-[0.8125rem] text-ink-muted">
                  {spikeWords(spike)}
                </span>
              </TableCell>
              <TableCell className="whitespace-nowrap text-ink-muted">{formatDay(spike.day)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {found > spikes.length ? (
        <p className="border-t border-line px-5 py-3 text-ink-muted">
          The latest {formatCount(spikes.length)} of {formatCount(found)}.
        </p>
      ) : null}
    </div>
  );
}

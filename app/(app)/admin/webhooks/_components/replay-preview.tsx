import { CircleCheck } from "lucide-react";
import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ReplayPreview as Preview } from "@/lib/stripe-events/schema";
import { submitReplayMany } from "../_actions/replay";
import { replayFailures } from "./event-words";

type ReplayPreviewProps = {
  preview: Preview;
  /** The filter as the address has it. */
  filter: Readonly<Record<string, string>>;
};

const counted = (events: number) => `${events.toLocaleString("en-US")} webhook${events === 1 ? "" : "s"}`;

/** What goes back, by type, and the button that sends it. */
export function ReplayPreview({ preview, filter }: ReplayPreviewProps) {
  const { dead, countedUpTo, batch, types, upTo, range } = preview;
  if (!upTo || !range) {
    return (
      <Card aria-label="Nothing to replay">
        <EmptyState
          icon={CircleCheck}
          title="None of these was given up"
          action={
            <LinkButton href="/admin/webhooks" variant="secondary">
              Back to the webhooks
            </LinkButton>
          }
        >
          Everything that Stripe told was worked off or is tried again by itself.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card aria-labelledby="preview">
      <CardHeader
        id="preview"
        title={`${counted(batch)} will be processed again`}
        description={
          <>
            Received from <DateTime value={range.from} show="time" /> to{" "}
            <DateTime value={range.to} show="time" />
            {dead > batch ? `: the oldest of ${dead >= countedUpTo ? "over " : ""}${dead}` : ""}.
          </>
        }
      />
      <Table label="Webhooks by type" className="mt-4">
        <TableHead>
          <tr>
            <TableHeader>Type</TableHeader>
            <TableHeader numeric>Webhooks</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {types.map(({ type, events }) => (
            <TableRow key={type}>
              <TableCell className="break-all">{type}</TableCell>
              <TableCell numeric data-figures>
                {events}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <CardBody className="border-t border-line">
        <ActForm
          id="replay-many"
          action={submitReplayMany}
          label={`Replay ${counted(batch)}`}
          variant="primary"
          values={{ ...filter, upTo, batch: String(batch) }}
          words={replayFailures}
        />
      </CardBody>
      <CardFooter>What Stripe says now counts: what was applied already changes nothing.</CardFooter>
    </Card>
  );
}

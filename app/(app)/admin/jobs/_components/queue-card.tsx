import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { QueuedTask } from "@/lib/queue/types";
import { toJobsHref } from "../search-params";
import { jobWords } from "./job-words";

const figure = (count: number) => (count === 0 ? <span className="text-ink-muted">0</span> : count);

/** What is in the queue now, by kind of job. */
export function QueueCard({ tasks }: { tasks: readonly QueuedTask[] }) {
  return (
    <Card aria-labelledby="queue">
      <CardHeader id="queue" title="In the queue" description="Jobs that are done leave it." />
      {tasks.length === 0 ? (
        <EmptyState icon={CircleCheck} title="The queue is empty" className="py-8">
          Everything that was to be done is done.
        </EmptyState>
      ) : (
        <Table label="Table of the queue" className="mt-3">
          <TableHead>
            <tr>
              <TableHeader>Job</TableHeader>
              <TableHeader numeric>Waiting</TableHeader>
              <TableHeader numeric>Running</TableHeader>
              <TableHeader numeric>Tried again</TableHeader>
              <TableHeader numeric>Failed</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {tasks.map((task) => (
              <QueueRow key={task.name} task={task} />
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

function QueueRow({ task: { name, waiting, running, retrying, failed, dueSince } }: { task: QueuedTask }) {
  return (
    <TableRow>
      <TableCell>
        <Link
          href={toJobsHref({ name })}
          className="rounded-xs font-medium hover:underline hover:underline-offset-4"
        >
          {jobWords(name)}
        </Link>
        {dueSince ? (
          <span className="block text-[0.8125rem] text-ink-muted">
            due since <DateTime value={dueSince} show="time" />
          </span>
        ) : null}
      </TableCell>
      {[waiting, running, retrying].map((count, place) => (
        <TableCell key={["waiting", "running", "retrying"][place]} numeric data-figures>
          {figure(count)}
        </TableCell>
      ))}
      <TableCell numeric data-figures className={failed > 0 ? "font-medium text-danger" : undefined}>
        {figure(failed)}
      </TableCell>
    </TableRow>
  );
}

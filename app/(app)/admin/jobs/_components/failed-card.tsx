import { CircleCheck } from "lucide-react";
import { ActDisclosure } from "@/app/(app)/admin/_components/act-disclosure";
import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { ListFilters } from "@/app/(app)/admin/_components/list-filters";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import type { FailedJob } from "@/lib/queue/types";
import { submitRetryJob } from "../_actions/jobs";
import { jobFailures, jobWords } from "./job-words";

const small = "text-[0.8125rem] break-words text-ink-muted";

type FailedCardProps = { jobs: readonly FailedJob[]; names: readonly string[]; children: React.ReactNode };

/** What failed, with its error; the pages of the list stand below. */
export function FailedCard({ jobs, names, children }: FailedCardProps) {
  const options = Object.fromEntries(names.map((name) => [name, jobWords(name)]));
  return (
    <Card aria-labelledby="failed">
      <CardHeader
        id="failed"
        title="Failed"
        description="What is tried again needs nobody. What failed for good waits for a retry."
      />
      <div className="mt-2">
        <ListFilters
          path="/admin/jobs"
          label="Filter the failed jobs"
          filters={[
            { control: "choice", name: "name", label: "Job", all: "Any job", options },
            {
              ...{ control: "choice", name: "state", label: "State", all: "Any state" },
              options: { failed: "Failed for good", retrying: "Tried again" },
            },
          ]}
        />
      </div>
      {jobs.length === 0 ? (
        <EmptyState icon={CircleCheck} title="No job failed" className="py-8">
          A job whose last try failed stands here with its error.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {jobs.map((job) => (
            <FailedRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      {children}
    </Card>
  );
}

function FailedRow({ job }: { job: FailedJob }) {
  const { id, name, state, attempts, maxAttempts, error, ids, failedAt, nextAt } = job;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {jobWords(name)}
          {state === "failed" ? (
            <Badge tone="danger">Failed for good</Badge>
          ) : (
            <Badge tone="warning">Tried again</Badge>
          )}
        </p>
        <p className="break-words">{error}</p>
        <p className={small}>
          Try {attempts} of {maxAttempts}, <DateTime value={failedAt} show="time" />
          {nextAt ? (
            <>
              {" · next "}
              <DateTime value={nextAt} show="time" />
            </>
          ) : null}
        </p>
        {ids.map((one) => (
          <p key={one.name} className={small}>
            {one.name} <span className="font-mono break-all">{one.value}</span>
          </p>
        ))}
      </div>
      <div className="has-open:w-full">
        <ActDisclosure label="Retry" describedAs={`Retry: ${jobWords(name)}, job ${id}`}>
          <ActForm
            id={`retry-${id}`}
            action={submitRetryJob}
            label="Retry now"
            values={{ id, attempts: String(attempts) }}
            words={jobFailures}
          />
        </ActDisclosure>
      </div>
    </li>
  );
}

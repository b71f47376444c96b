import { ActDisclosure } from "@/app/(app)/admin/_components/act-disclosure";
import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { ScheduledRun } from "@/lib/queue/types";
import { submitRunJob } from "../_actions/jobs";
import { jobFailures, jobWords } from "./job-words";

const states = {
  idle: null,
  waiting: <Badge tone="accent">In the queue</Badge>,
  running: <Badge tone="accent">Running</Badge>,
  failed: <Badge tone="danger">Failed last time</Badge>,
} as const;

/** What the clock starts, when it did last and will next. */
export function ScheduleCard({ scheduled }: { scheduled: readonly ScheduledRun[] }) {
  return (
    <Card aria-labelledby="schedule">
      <CardHeader
        id="schedule"
        title="By the clock"
        description="One that fails is not repeated: its next run does its work."
      />
      <ul className="mt-3 divide-y divide-line">
        {scheduled.map((run) => (
          <ScheduledRow key={run.name} run={run} />
        ))}
      </ul>
    </Card>
  );
}

function ScheduledRow({ run: { name, rhythm, nextAt, lastAt, state } }: { run: ScheduledRun }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {jobWords(name)} {states[state]}
        </p>
        <p className="text-[0.8125rem] text-ink-muted">
          {rhythm}
          {lastAt ? (
            <>
              {" · last "}
              <DateTime value={lastAt} show="time" />
            </>
          ) : (
            " · not run yet"
          )}
          {nextAt ? (
            <>
              {" · next "}
              <DateTime value={nextAt} show="time" />
            </>
          ) : null}
        </p>
      </div>
      <div className="has-open:w-full">
        <ActDisclosure label="Run now" describedAs={`Run now: ${jobWords(name)}`}>
          <ActForm
            id={`run-${name}`}
            action={submitRunJob}
            label="Run"
            values={{ name }}
            words={jobFailures}
          />
        </ActDisclosure>
      </div>
    </li>
  );
}

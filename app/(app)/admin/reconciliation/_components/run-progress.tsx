import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { ActDisclosure } from "@/app/(app)/admin/_components/act-disclosure";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Figure } from "@/components/ui/figure";
import { Meter } from "@/components/ui/meter";
import { reconciledObjects, type Run } from "@/lib/reconciliation/types";
import { submitCancel } from "../_actions/run";
import { AutoRefresh } from "./auto-refresh";
import { problemWords, runFailures, runStates } from "./words";

const count = (figure: number) => new Intl.NumberFormat("en-US").format(figure);

/** How far a run has come: kinds that were read, objects compared, differences found. */
export function RunProgress({ run }: { run: Run }) {
  const { done, object, position, compared, pages, found, status, problem } = run;
  const running = status === "running";
  const steps = reconciledObjects.length;
  return (
    <Card aria-label="Progress" className="mb-6">
      <CardBody className="grid grid-cols-2 gap-5 lg:grid-cols-4">
        <Figure
          label="State"
          value={runStates[status].label}
          note={<Position object={object} at={position} />}
        />
        <Figure label="Compared" value={count(compared)} note={`${count(pages)} pages read`} />
        <Figure
          label="Differences"
          value={count(found)}
          note={found === 0 && !running ? "Both books agree" : undefined}
        />
        <Figure
          label="Kinds read"
          value={`${done.length} of ${steps}`}
          note={done.map((kind) => `${kind}s`).join(", ")}
        />
      </CardBody>
      {running ? (
        <div className="px-5 pb-5">
          <AutoRefresh />
          <Meter
            label="Kinds read"
            share={done.length / steps}
            text={`${done.length} of ${steps} kinds read`}
          />
          {problem ? (
            <Alert tone="warning" title="It waits" className="mt-4">
              {problemWords(problem)} What was found is kept.
            </Alert>
          ) : null}
        </div>
      ) : null}
      <CardFooter>
        <span>
          <DateTime value={run.since} /> to <DateTime value={run.until} /> · started{" "}
          <DateTime value={run.startedAt} show="time" /> by {run.askedByEmail}
          {run.rehearse ? " · dry run of repairs" : ""}
        </span>
        {running ? (
          <ActDisclosure label="Cancel run">
            <ActForm
              id="cancel"
              action={submitCancel}
              label="Cancel run"
              values={{ id: run.id }}
              words={runFailures}
            />
          </ActDisclosure>
        ) : null}
      </CardFooter>
    </Card>
  );
}

function Position({ object, at }: { object: string | null; at: Date | null }) {
  if (!object) return null;
  return (
    <>
      {object}s
      {at ? (
        <>
          {" "}
          of <DateTime value={at} />
        </>
      ) : null}
    </>
  );
}

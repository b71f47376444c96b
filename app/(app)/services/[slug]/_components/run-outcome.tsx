import { Alert } from "@/components/ui/alert";
import { presentRun } from "@/lib/services";
import type { RunView, ServicePage } from "@/lib/services/types";
import { FocusOnShow } from "./focus-on-show";
import { toProblemWords } from "./problem-words";
import { RunResult } from "./run-result";
import { RunWatcher } from "./run-watcher";

/** How one run ended: its result, why it failed, or that it is still going on. */
export function RunOutcome({ run, service }: { run: RunView; service: ServicePage }) {
  return (
    <FocusOnShow key={run.id} label="Result of this run">
      <Outcome run={run} service={service} />
    </FocusOnShow>
  );
}

function Outcome({ run, service }: { run: RunView; service: ServicePage }) {
  if (run.status === "succeeded") return <RunResult run={run} blocks={presentRun(run)} />;
  if (run.status === "running") return <RunWatcher />;
  if (run.status === "abandoned")
    return (
      <Alert tone="danger" title="This run was interrupted">
        You were not charged. What was reserved for it is back in your balance.
      </Alert>
    );
  const { title, text } = toProblemWords(run.problem ?? "", service.problems);
  return (
    <Alert tone="danger" title={title}>
      {text}
    </Alert>
  );
}

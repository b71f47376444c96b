import { CircleCheck, Hourglass } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { FoundDifference } from "@/lib/reconciliation/types";
import { ChangeList } from "../../_components/change-list";
import { DifferenceFacts } from "../../_components/difference-facts";
import { kindWords, outcomeWords } from "../../_components/words";
import { toInvestigateHref } from "../../investigate/search-params";
import { toRepairHref } from "../../search-params";

type DifferenceListProps = { differences: readonly FoundDifference[]; runId: string; running: boolean };

export function DifferenceList({ differences, runId, running }: DifferenceListProps) {
  if (differences.length === 0) {
    return (
      <EmptyState
        icon={running ? Hourglass : CircleCheck}
        title={running ? "Nothing differs so far" : "Both books agree"}
      >
        {running
          ? "What is found will stand here at once."
          : "Everything that was compared is the same on both sides."}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {differences.map((found) => (
        <DifferenceRow key={found.id} found={found} runId={runId} />
      ))}
    </ul>
  );
}

function DifferenceRow({ found, runId }: { found: FoundDifference; runId: string }) {
  const { difference, repair, outcome, queued, settledAt } = found;
  const state = outcome && outcomeWords[outcome];
  const { object, reason, id, key } = difference;
  // Whose a payment is, and what it was for, may have to be said: its own page knows which.
  const toRegister = object === "payment" && (reason === "no_row" || reason === "unknown_customer");
  const repairHref = toRegister ? toInvestigateHref({ id }) : toRepairHref({ key, run: runId });
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 py-4">
      <div className="min-w-0 flex-1 basis-80">
        <DifferenceFacts difference={difference} />
        {repair && repair.changes.length > 0 ? (
          <details className="mt-2">
            <summary className="cursor-pointer text-[0.8125rem] underline underline-offset-4">
              {settledAt ? "What was written" : "What a repair would write"}
            </summary>
            <ChangeList changes={repair.changes} />
          </details>
        ) : null}
        {repair?.problem ? <p className="mt-1 text-[0.8125rem] text-warning">{repair.problem}</p> : null}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Badge>{kindWords[difference.kind]}</Badge>
        {queued ? <Badge tone="accent">Waits for its repair</Badge> : null}
        {state ? <Badge tone={state.tone}>{state.label}</Badge> : null}
        {settledAt ? <DateTime value={settledAt} className="text-[0.8125rem] text-ink-muted" /> : null}
        {!settledAt && !queued && difference.repairable ? (
          <LinkButton href={repairHref} variant="secondary" size="sm" prefetch={false}>
            {toRegister ? "Register" : "Repair"}
          </LinkButton>
        ) : null}
      </div>
    </li>
  );
}

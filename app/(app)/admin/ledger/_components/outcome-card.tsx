import { RefreshWhilePending } from "@/app/(app)/settings/account/_components/refresh-while-pending";
import { Alert } from "@/components/ui/alert";
import { DateTime } from "@/components/ui/date-time";
import type { LedgerHealth } from "@/lib/ledger-checks/types";
import { counted } from "./check-words";

/** What the last check said, and how far the one is that runs. */
export function Outcome({ health: { last, current } }: { health: LedgerHealth }) {
  return (
    <div className="flex flex-col gap-3">
      {current ? (
        <Alert title={current.state === "waiting" ? "A check waits for a worker." : "A check runs."}>
          <RefreshWhilePending />
          {counted(current.accounts, "account")} recomputed so far. The ledger stays in use meanwhile.
        </Alert>
      ) : null}
      {last ? (
        <Alert
          tone={last.problemCount === 0 ? "positive" : "danger"}
          title={
            last.problemCount === 0
              ? "Every balance is what its history says."
              : `${counted(last.problemCount, "difference")} found.`
          }
        >
          {counted(last.accounts, "account")} recomputed,{" "}
          <DateTime value={last.finishedAt ?? last.startedAt} show="time" />, by{" "}
          {last.requestedBy ?? "the job of the night"}.
        </Alert>
      ) : (
        <Alert tone="warning" title="The ledger has not been checked yet.">
          It is checked every night. “Check now” does not wait for it.
        </Alert>
      )}
    </div>
  );
}

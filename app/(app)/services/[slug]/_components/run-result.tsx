import { CircleCheck } from "lucide-react";
import { CreditAmount } from "@/components/credits/credit-amount";
import { CreditKindBadge } from "@/components/credits/credit-kind-badge";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { OutputBlock, RunView } from "@/lib/services/types";
import { OutputBlocks } from "./output-blocks";
import { ResultFile } from "./result-file";

type RunResultProps = { run: RunView; blocks: readonly OutputBlock[] };

export function RunResult({ run, blocks }: RunResultProps) {
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 pt-5">
        <h2 className="flex items-center gap-2 text-[0.9375rem]">
          <CircleCheck aria-hidden="true" className="size-4 text-positive" />
          Result
        </h2>
        <p className="text-[0.8125rem] text-ink-muted">
          <DateTime value={run.createdAt} show="time" />
        </p>
      </div>
      <CardBody className="flex flex-col gap-8">
        <OutputBlocks blocks={blocks} />
        {run.file ? (
          <ResultFile file={run.file} href={`/services/${run.serviceSlug}/runs/${run.id}/file`} />
        ) : null}
      </CardBody>
      <Charge run={run} />
    </Card>
  );
}

/** What was taken, from which kind, and what was left. */
function Charge({ run }: { run: RunView }) {
  const { chargedMilli, quotedMilli, subscriptionMilli, paygMilli, balanceAfterMilli } = run;
  return (
    <CardFooter>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink">
        <span className="font-medium">
          {chargedMilli > 0n ? <CreditAmount creditsMilli={chargedMilli} unit /> : "No credits"} taken
        </span>
        {subscriptionMilli > 0n ? <Part kind="subscription" creditsMilli={subscriptionMilli} /> : null}
        {paygMilli > 0n ? <Part kind="payg" creditsMilli={paygMilli} /> : null}
        {chargedMilli < quotedMilli ? (
          <span className="text-ink-muted">
            <CreditAmount creditsMilli={quotedMilli - chargedMilli} unit /> less than quoted
          </span>
        ) : null}
      </p>
      {balanceAfterMilli === null ? null : (
        <p>
          <CreditAmount creditsMilli={balanceAfterMilli} unit className="font-medium text-ink" /> left
        </p>
      )}
    </CardFooter>
  );
}

function Part({ kind, creditsMilli }: { kind: "subscription" | "payg"; creditsMilli: bigint }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <CreditAmount creditsMilli={creditsMilli} /> <CreditKindBadge kind={kind} />
    </span>
  );
}

import { ConfirmForm } from "@/app/(app)/admin/_components/confirm-form";
import { orNotFound } from "@/app/(app)/or-not-found";
import { CardBody } from "@/components/ui/card";
import type { AppContext } from "@/lib/context";
import { getRun } from "@/lib/reconciliation";
import type { DifferenceKind } from "@/lib/reconciliation/types";
import { submitRepairAll } from "../../_actions/repair";
import { ChangeList } from "../../_components/change-list";
import { DifferenceFacts } from "../../_components/difference-facts";
import { kindWords, repairFailures } from "../../_components/words";

type RepairAllDeskProps = { ctx: AppContext; run: string; kind: DifferenceKind };

/** Which ones, and what each would write where the run rehearsed it, before all of them are repaired. */
export async function RepairAllDesk({ ctx, run: id, kind }: RepairAllDeskProps) {
  const { kinds, differences } = await orNotFound(() => getRun(ctx, { id, kind }));
  const open = kinds.find((one) => one.kind === kind)?.open ?? 0;
  const shown = differences.filter(({ settledAt, difference }) => !settledAt && difference.repairable);
  if (open === 0)
    return <CardBody className="text-ink-muted">Nothing of this kind is left to repair.</CardBody>;
  return (
    <CardBody className="flex flex-col gap-5">
      <p>
        <span className="font-medium">{open}</span> of the kind “{kindWords[kind]}” will be repaired one after
        the other. What settles by itself meanwhile is left as it is; what cannot be repaired stays for a
        person.
      </p>
      <ul className="max-h-[28rem] divide-y divide-line overflow-y-auto rounded-md border border-line">
        {shown.map(({ id: found, difference, repair }) => (
          <li key={found} className="px-4 py-3">
            <DifferenceFacts difference={difference} />
            {repair && repair.changes.length > 0 ? <ChangeList changes={repair.changes} /> : null}
          </li>
        ))}
      </ul>
      {open > shown.length ? <p className="text-ink-muted">And {open - shown.length} more.</p> : null}
      <ConfirmForm
        id="repair-all"
        action={submitRepairAll}
        label={`Repair all ${open}`}
        values={{ run: id, kind }}
        words={repairFailures}
      />
    </CardBody>
  );
}

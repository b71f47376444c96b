import { notFound } from "next/navigation";
import { ConfirmForm } from "@/app/(app)/admin/_components/confirm-form";
import { Alert } from "@/components/ui/alert";
import { CardBody } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { AppContext } from "@/lib/context";
import { previewRepair } from "@/lib/reconciliation";
import type { Repair } from "@/lib/reconciliation/types";
import { submitRepair } from "../../_actions/repair";
import { ChangeList } from "../../_components/change-list";
import { DifferenceFacts } from "../../_components/difference-facts";
import { repairFailures } from "../../_components/words";
import { toRunHref } from "../../search-params";

const told: Readonly<Record<Repair["outcome"], { tone: "positive" | "warning"; title: string }>> = {
  repaired: { tone: "positive", title: "Repaired" },
  nothing_to_do: { tone: "positive", title: "There is nothing to repair any more" },
  would_be_repaired: { tone: "warning", title: "It is not repaired yet" },
  remains: { tone: "warning", title: "It was read again, and still differs: a person must look" },
  not_repairable: { tone: "warning", title: "This can only be repaired by hand" },
};

type RepairDeskProps = {
  ctx: AppContext;
  origin: { ip: string | null; userAgent: string | null };
  difference: string;
  run: string | null;
  done: Repair["outcome"] | null;
};

/** What a repair would write, then why, then a button; afterwards what became of it. */
export async function RepairDesk({ ctx, origin, difference: key, run, done }: RepairDeskProps) {
  const preview = await previewRepair(ctx, { key, origin });
  if (preview.outcome === "unknown") notFound();
  if (preview.outcome === "unreachable") {
    return (
      <Alert tone="warning" title="Stripe does not answer" className="m-5">
        Nothing was changed. What a repair that was cut off had written is kept, and none is done twice: load
        the page again in a minute.
      </Alert>
    );
  }
  const { difference, repair } = preview;
  const back = run ? (
    <LinkButton href={toRunHref(run)} variant="secondary" size="sm">
      Back to the run
    </LinkButton>
  ) : null;
  if (done || !difference) {
    const { tone, title } =
      told[difference ? (done ?? repair.outcome) : done === "repaired" ? "repaired" : "nothing_to_do"];
    return (
      <CardBody className="flex flex-col gap-4">
        <Alert tone={tone} title={title} action={back}>
          {difference ? null : "Both sides agree."}
        </Alert>
        {difference ? <DifferenceFacts difference={difference} /> : null}
      </CardBody>
    );
  }
  const possible = repair.outcome === "would_be_repaired";
  return (
    <CardBody className="flex flex-col gap-5">
      <div>
        <DifferenceFacts difference={difference} />
      </div>
      {possible ? null : (
        <Alert tone="warning" title={told[repair.outcome].title} action={back}>
          {repair.problem}
        </Alert>
      )}
      {repair.changes.length > 0 ? (
        <section>
          <h2 className="text-[0.9375rem]">What it would write</h2>
          <ChangeList changes={repair.changes} />
        </section>
      ) : null}
      {possible ? (
        <ConfirmForm
          id="repair"
          action={submitRepair}
          label="Repair"
          values={{ key, run: run ?? "" }}
          words={repairFailures}
        />
      ) : null}
    </CardBody>
  );
}

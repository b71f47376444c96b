import { Field } from "@/components/forms/field";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Input } from "@/components/ui/input";
import type { AppContext } from "@/lib/context";
import { previewReversal } from "@/lib/credit-adjustments";
import { defaultNotes, type ReversalPreview } from "@/lib/credit-adjustments/types";
import { DomainError } from "@/lib/shared/errors";
import { formatCredits } from "@/lib/shared/format";
import { submitReversal } from "../_actions/adjust";
import { failureWords } from "./failure-words";
import { PreviewCard } from "./preview-card";
import { readText } from "./wish-fields";
import { DebtChoice } from "./wish-form";

interface ReversalDeskProps {
  ctx: AppContext;
  userId: string;
  adjustmentId: string;
  search: Readonly<Record<string, string | string[] | undefined>>;
}

/** What a preview gives, or why the change cannot be undone; null where there is none. */
async function preview({ ctx, userId, adjustmentId }: ReversalDeskProps, asDebt: boolean) {
  try {
    return await previewReversal(ctx, { userId, adjustmentId, asDebt });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.kind === "not_found") return null;
    return failureWords[error.code] ?? { title: "This cannot be undone." };
  }
}

/** The change, what undoing it does, and the way to let it happen; null where there is no such change. */
export async function ReversalDesk(props: ReversalDeskProps) {
  const { userId, adjustmentId, search } = props;
  const asDebt = readText(search, "asDebt") === "on";
  const note = readText(search, "note").slice(0, 120);
  const found = await preview(props, asDebt);
  if (!found) return null;
  if ("title" in found) return <Alert title={found.title}>{found.detail}</Alert>;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <ChangeCard preview={found} asDebt={asDebt} note={note} />
      <PreviewCard
        preview={found}
        userId={userId}
        action={submitReversal}
        label="Reverse this change"
        values={{ adjustmentId, note, ...(asDebt ? { asDebt: "on" } : {}) }}
        memberReads={<>The member reads “{note || defaultNotes.reverse}”.</>}
      />
    </div>
  );
}

interface ChangeCardProps {
  preview: ReversalPreview;
  asDebt: boolean;
  note: string;
}

function ChangeCard({ preview: { adjustment, usedMilli }, asDebt, note }: ChangeCardProps) {
  const { act, amountMilli, by, at, reason } = adjustment;
  return (
    <Card aria-labelledby="change">
      <CardHeader
        id="change"
        title={`${act === "add" ? "Added" : "Removed"} ${formatCredits(amountMilli)} credits`}
        description={
          <>
            By {by}, <DateTime value={at} show="time" />
          </>
        }
      />
      <CardBody className="flex flex-col gap-4">
        <p className="break-words">“{reason}”</p>
        {usedMilli > 0n ? (
          <p className="text-ink-muted">
            Of these {formatCredits(usedMilli)} are used or set aside for runs. They stay, unless they are
            made a debt.
          </p>
        ) : null}
        <form method="get" className="flex flex-col gap-4">
          {act === "add" && (usedMilli > 0n || asDebt) ? (
            <DebtChoice checked={asDebt}>Make what is used a debt, which the next credits repay</DebtChoice>
          ) : null}
          <Field
            name="note"
            label="What the member reads"
            hint="Optional. One line in their history, which stays."
          >
            {(control) => <Input {...control} defaultValue={note} maxLength={120} autoComplete="off" />}
          </Field>
          <div>
            <Button type="submit" variant="secondary">
              Preview again
            </Button>
          </div>
        </form>
      </CardBody>
    </Card>
  );
}

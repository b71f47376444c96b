import { randomUUID } from "node:crypto";
import type { ComponentProps, ReactNode } from "react";
import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { AdjustmentPreview } from "@/lib/credit-adjustments/types";
import { CreditEffects } from "./credit-effects";
import { failureWords } from "./failure-words";
import { toRefusalWords } from "./refusal-words";

interface PreviewCardProps {
  preview: AdjustmentPreview;
  userId: string;
  /** Of the confirmation. */
  action: ComponentProps<typeof ActForm>["action"];
  label: string;
  values: Readonly<Record<string, string>>;
  /** What the entry will say to the member. */
  memberReads: ReactNode;
}

/** What will happen, and the way to let it happen. */
export function PreviewCard({ preview, userId, action, label, values, memberReads }: PreviewCardProps) {
  const { plan, token } = preview;
  const refused = plan.outcome === "refused" ? toRefusalWords(plan) : null;
  return (
    <Card aria-labelledby="preview">
      <CardHeader id="preview" title="What will happen" />
      {plan.outcome === "possible" ? (
        <div className="mt-2">
          <CreditEffects effect={plan} />
        </div>
      ) : null}
      <CardBody className="flex flex-col gap-4">
        {refused ? (
          <Alert tone="warning" title={refused.title}>
            {refused.detail}
          </Alert>
        ) : (
          <>
            <p className="text-ink-muted">{memberReads}</p>
            <ActForm
              id="confirm"
              action={action}
              label={label}
              variant="primary"
              values={{ ...values, id: randomUUID(), userId, token }}
              reason="Reason, for admins"
              words={failureWords}
            />
          </>
        )}
      </CardBody>
    </Card>
  );
}

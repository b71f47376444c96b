import { ConfirmForm } from "@/app/(app)/admin/_components/confirm-form";
import { EffectTable } from "@/app/(app)/admin/_components/effect-table";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { formatMoney } from "@/lib/shared/format";
import type { Plan } from "@/lib/subscriptions/types";
import { submitTrial } from "../_actions/trial";
import { planFailures } from "./plan-failures";

interface TrialPreviewProps {
  userId: string;
  plan: Plan;
  token: string;
  endsAt: Date;
}

const dayMs = 86_400_000;

/** What a longer trial means, and the form that does exactly that. */
export function TrialPreview({ userId, plan, token, endsAt }: TrialPreviewProps) {
  const before = plan.trialEndsAt ?? plan.periodEndsAt;
  const days = Math.round((endsAt.getTime() - before.getTime()) / dayMs);
  const change = `+${days} ${days === 1 ? "day" : "days"}`;
  const dates = { before: <DateTime value={before} />, change, after: <DateTime value={endsAt} /> };
  return (
    <Card aria-labelledby="preview">
      <CardHeader
        id="preview"
        title={`${days} ${days === 1 ? "day" : "days"} longer`}
        description="The member is told by mail. The credits of the trial stay as they are: a longer one brings no more."
      />
      <div className="mt-3">
        <EffectTable
          label="What it does"
          effects={[
            { label: "Trial ends", ...dates },
            { label: `First payment of ${formatMoney(plan.amountMinor, plan.currency)}`, ...dates },
          ]}
        />
      </div>
      <CardBody className="border-t border-line">
        <ConfirmForm
          id="extend-trial"
          action={submitTrial}
          label="Extend the trial"
          values={{ userId, token, endsAt: endsAt.toISOString() }}
          words={planFailures}
        />
      </CardBody>
    </Card>
  );
}

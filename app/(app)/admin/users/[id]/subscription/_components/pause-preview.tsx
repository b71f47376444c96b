import { ConfirmForm } from "@/app/(app)/admin/_components/confirm-form";
import { EffectTable } from "@/app/(app)/admin/_components/effect-table";
import { CreditAmount } from "@/components/credits/credit-amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { Plan } from "@/lib/subscriptions/types";
import { submitPause } from "../_actions/pause";
import { planFailures } from "./plan-failures";

interface PausePreviewProps {
  userId: string;
  plan: Plan;
  token: string;
  /** Null until somebody ends the pause. */
  resumesAt: Date | null;
}

/** What a pause means, and the form that begins it. */
export function PausePreview({ userId, plan, token, resumesAt }: PausePreviewProps) {
  const { amountMinor, creditsMilli, currency, periodEndsAt } = plan;
  const skips = resumesAt === null || resumesAt > periodEndsAt;
  const money = (amount: bigint) => <Money amountMinor={amount} currency={currency} />;
  const credits = (amount: bigint) => <CreditAmount creditsMilli={amount} />;
  return (
    <Card aria-labelledby="preview">
      <CardHeader
        id="preview"
        title={skips ? "Periods pass without payment and credits" : "Nothing is skipped"}
        description={
          resumesAt ? (
            <>
              Until <DateTime value={resumesAt} show="time" />; the first renewal after that is billed as
              before. Credits that are there stay until they expire.
            </>
          ) : (
            "Until somebody lets it be billed again. Credits that are there stay until they expire."
          )
        }
      />
      <div className="mt-3">
        <EffectTable
          label="What the pause does"
          effects={[
            {
              label: "Next renewal",
              note: <DateTime value={periodEndsAt} />,
              before: money(amountMinor),
              change: money(skips ? -amountMinor : 0n),
              after: money(skips ? 0n : amountMinor),
            },
            {
              label: "Credits it brings",
              before: credits(creditsMilli),
              change: credits(skips ? -creditsMilli : 0n),
              after: credits(skips ? 0n : creditsMilli),
            },
          ]}
        />
      </div>
      <CardBody className="border-t border-line">
        <ConfirmForm
          id="pause-plan"
          action={submitPause}
          label="Pause the plan"
          values={{ userId, token, resumesAt: resumesAt?.toISOString() ?? "" }}
          words={planFailures}
        />
      </CardBody>
    </Card>
  );
}

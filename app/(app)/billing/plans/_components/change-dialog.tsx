import type { Route } from "next";
import { Alert } from "@/components/ui/alert";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import type { PlanForSale } from "@/lib/catalog/types";
import { formatMoney } from "@/lib/shared/format";
import type { Plan, PlanChangePreview } from "@/lib/subscriptions/types";
import type { PreviewResult } from "../read-preview";
import { ChangeForm } from "./change-form";
import { ChangePreview } from "./change-preview";
import { PlanDialog } from "./plan-dialog";
import { toPlanTitle } from "./plan-words";

interface ChangeDialogProps {
  plan: Plan;
  offer: PlanForSale;
  result: PreviewResult;
  closeHref: Route;
}

/** What the change would do, and the button that does exactly that. */
export function ChangeDialog({ plan, offer, result, closeHref }: ChangeDialogProps) {
  const title = `Change to ${toPlanTitle({ planName: offer.name, interval: offer.interval })}?`;
  if (!result.preview) {
    return (
      <PlanDialog title={title} closeHref={closeHref}>
        <Alert tone="warning" title={result.failure.title} className="mt-5">
          {result.failure.detail}
        </Alert>
        <LinkButton href={closeHref} replace scroll={false} variant="secondary" className="mt-5">
          Back to the plans
        </LinkButton>
      </PlanDialog>
    );
  }
  const { preview } = result;
  return (
    <PlanDialog title={title} description={<When plan={plan} preview={preview} />} closeHref={closeHref}>
      <ChangePreview preview={preview} />
      <ChangeForm
        lookupKey={preview.to.lookupKey}
        token={preview.token}
        closeHref={closeHref}
        planName={plan.planName}
      >
        <ConfirmLabel plan={plan} preview={preview} />
      </ChangeForm>
    </PlanDialog>
  );
}

function When({ plan, preview }: { plan: Plan; preview: PlanChangePreview }) {
  if (preview.when === "now") return `Now, from ${toPlanTitle(plan)}. The credits you have stay.`;
  return (
    <>
      On <DateTime value={preview.at} />. Until then you keep {toPlanTitle(plan)} with its credits, and can
      take the change back.
    </>
  );
}

function ConfirmLabel({ plan, preview }: { plan: Plan; preview: PlanChangePreview }) {
  const { when, dueNowMinor, currency, at, creditsPerMonthMilli } = preview;
  if (when === "period_end") {
    return (
      <span>
        Change on <DateTime value={at} />
      </span>
    );
  }
  const verb = creditsPerMonthMilli > plan.creditsMilli ? "upgrade" : "change";
  return dueNowMinor > 0n
    ? `Pay ${formatMoney(dueNowMinor, currency)} and ${verb}`
    : `Pay nothing and ${verb}`;
}

import type { Route } from "next";
import { DateTime } from "@/components/ui/date-time";
import type { Plan } from "@/lib/subscriptions/types";
import { CancelForm } from "./cancel-form";
import { PlanDialog } from "./plan-dialog";

/** Says until when plan and credits stay, asks why, and never insists. */
export function CancelDialog({ plan, closeHref }: { plan: Plan; closeHref: Route }) {
  const { planName, trialEndsAt, status, periodEndsAt } = plan;
  const end = status === "trialing" ? (trialEndsAt ?? periodEndsAt) : periodEndsAt;
  return (
    <PlanDialog
      title={`Cancel ${planName}?`}
      description={
        <>
          Your plan and its credits stay until <DateTime value={end} className="font-medium text-ink" />, and
          you can resume it until then. After that you pay nothing more. Credits from packs never expire.
        </>
      }
      closeHref={closeHref}
    >
      <CancelForm planName={planName} closeHref={closeHref} />
    </PlanDialog>
  );
}

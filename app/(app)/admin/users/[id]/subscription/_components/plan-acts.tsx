import type { Route } from "next";
import { ActDisclosure } from "@/app/(app)/admin/_components/act-disclosure";
import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { CardFooter } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { planTokenOf } from "@/lib/subscriptions";
import type { Plan } from "@/lib/subscriptions/types";
import { submitResume } from "../_actions/cancel";
import { submitUndo } from "../_actions/change";
import { submitUnpause } from "../_actions/pause";
import { planFailures } from "./plan-failures";

/** What can be done to a plan as it stands: what can be taken back in place, the rest on pages of its own. */
export function PlanActs({ userId, plan }: { userId: string; plan: Plan }) {
  const values = { userId, token: planTokenOf(plan) };
  const shared = { values, words: planFailures, size: "sm" } as const;
  const { cancelsAt, next, paused, status } = plan;
  const pages: [string, string, boolean][] = [
    ["cancel", "Cancel future periods", !cancelsAt],
    ["change", "Change plan", !cancelsAt],
    ["trial", "Extend trial", status === "trialing"],
    ["pause", "Pause", !paused && !cancelsAt],
    ["end", "End now", true],
  ];
  return (
    <CardFooter className="flex-col items-stretch gap-3">
      {cancelsAt ? (
        <ActDisclosure label="Take the cancellation back">
          <ActForm id="resume" action={submitResume} label="Let it renew" {...shared} />
        </ActDisclosure>
      ) : null}
      {next ? (
        <ActDisclosure label="Take the planned change back">
          <ActForm id="undo" action={submitUndo} label={`Keep ${plan.planName}`} {...shared} />
        </ActDisclosure>
      ) : null}
      {paused ? (
        <ActDisclosure label="End the pause">
          <ActForm id="unpause" action={submitUnpause} label="Let it be billed again" {...shared} />
        </ActDisclosure>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {pages
          .filter(([, , possible]) => possible)
          .map(([page, label]) => (
            <LinkButton
              key={page}
              href={`/admin/users/${userId}/subscription/${page}` as Route}
              prefetch={false}
              variant="secondary"
              size="sm"
            >
              {label}
            </LinkButton>
          ))}
      </div>
    </CardFooter>
  );
}

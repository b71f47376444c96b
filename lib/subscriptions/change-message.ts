import type { EmailMessage } from "@/emails/types";
import { formatCredits, formatMinute } from "@/lib/shared/format";
import { priceOf } from "./plan-facts";
import { whatChanged } from "./policy";
import type { NextPlan, Plan } from "./types";

type Told = Pick<
  Plan,
  | "planName"
  | "status"
  | "stripePriceId"
  | "amountMinor"
  | "currency"
  | "interval"
  | "creditsMilli"
  | "periodEndsAt"
  | "trialEndsAt"
  | "cancelsAt"
  | "endedAt"
> & { next: NextPlan | null };

/** Pure: what a member hears of how their plan changed; null when there is nothing to tell. */
export function toChangeMessage(planUrl: string, before: Told, after: Told): EmailMessage | null {
  const { planName } = after;
  const price = priceOf(after);
  const renewsAt = formatMinute(after.periodEndsAt);
  const change = whatChanged(before, after);
  switch (change?.event) {
    case "ended": {
      const unpaid = ["past_due", "unpaid"].includes(before.status) && !before.cancelsAt;
      const endedAt = formatMinute(change.endedAt);
      return { template: "subscription-ended", props: { planName, endedAt, unpaid, plansUrl: planUrl } };
    }
    case "canceled": {
      const endsAt = formatMinute(change.endsAt);
      return { template: "subscription-canceled", props: { planName, endsAt, planUrl } };
    }
    case "resumed":
      return { template: "subscription-resumed", props: { planName, price, renewsAt, planUrl } };
    case "change_planned": {
      const { next } = change;
      const startsAt = formatMinute(next.startsAt);
      const props = { fromPlan: planName, toPlan: next.planName, startsAt, planUrl };
      const credits = formatCredits(next.creditsMilli);
      return { template: "subscription-change-planned", props: { ...props, price: priceOf(next), credits } };
    }
    case "change_undone": {
      const droppedPlan = change.dropped.planName;
      const props = { planName, droppedPlan, price, renewsAt, planUrl };
      return { template: "subscription-change-undone", props };
    }
    case "trial_extended": {
      const props = { planName, trialEndsAt: formatMinute(change.trialEndsAt), price, planUrl };
      return { template: "trial-extended", props };
    }
    case undefined:
      return null;
  }
}

/** Pure: that a trial ends, and what is charged then; null for a plan that is not on trial. */
export function toTrialMessage(planUrl: string, plan: Told): EmailMessage | null {
  const { planName, status, trialEndsAt } = plan;
  if (status !== "trialing" || !trialEndsAt) return null;
  const credits = formatCredits(plan.creditsMilli);
  const props = {
    planName,
    trialEndsAt: formatMinute(trialEndsAt),
    price: priceOf(plan),
    card: null,
    credits,
  };
  return { template: "trial-ending", props: { ...props, planUrl } };
}

import type { EmailMessage } from "@/emails/types";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { formatCredits, formatMinute } from "@/lib/shared/format";
import { getUserEmail } from "@/lib/users";
import { whatChanged } from "./policy";
import { priceOf } from "./plan-facts";
import type { SubscriptionRow } from "./repository";
import type { PlanEvent } from "./types";

export interface ChangeMatter {
  before: SubscriptionRow | null;
  after: SubscriptionRow;
  /** Of the reading that found the change: no other writes it. */
  fetchNumber: bigint;
  /** The trial ends in some days. */
  trialEnding: boolean;
}

function toMessage(appUrl: string, event: PlanEvent, { before, after }: ChangeMatter): EmailMessage | null {
  const planUrl = `${appUrl}/billing/plans`;
  const { planName } = after;
  const price = priceOf(after);
  const renewsAt = formatMinute(after.periodEndsAt);
  switch (event) {
    case "ended": {
      const unpaid = before !== null && ["past_due", "unpaid"].includes(before.status) && !before.cancelsAt;
      const endedAt = formatMinute(after.endedAt ?? after.periodEndsAt);
      return { template: "subscription-ended", props: { planName, endedAt, unpaid, plansUrl: planUrl } };
    }
    case "canceled": {
      const endsAt = formatMinute(after.cancelsAt ?? after.periodEndsAt);
      return { template: "subscription-canceled", props: { planName, endsAt, planUrl } };
    }
    case "resumed":
      return { template: "subscription-resumed", props: { planName, price, renewsAt, planUrl } };
    case "change_planned": {
      const { next } = after;
      if (!next) return null;
      const startsAt = formatMinute(next.startsAt);
      const props = { fromPlan: planName, toPlan: next.planName, startsAt, planUrl };
      const credits = formatCredits(next.creditsMilli);
      return { template: "subscription-change-planned", props: { ...props, price: priceOf(next), credits } };
    }
    case "change_undone": {
      const droppedPlan = before?.next?.planName ?? "";
      return {
        template: "subscription-change-undone",
        props: { planName, droppedPlan, price, renewsAt, planUrl },
      };
    }
  }
}

async function tellOfTrial(appUrl: string, tx: Db, { after }: ChangeMatter): Promise<void> {
  if (after.status !== "trialing" || !after.trialEndsAt) return;
  const trialEndsAt = formatMinute(after.trialEndsAt);
  const credits = formatCredits(after.creditsMilli);
  const props = { planName: after.planName, trialEndsAt, price: priceOf(after), card: null, credits };
  await queueEmail(tx, {
    to: await getUserEmail(tx, after.userId),
    userId: after.userId,
    key: `trial-ending:${after.id}:${after.trialEndsAt.toISOString()}`,
    message: { template: "trial-ending", props: { ...props, planUrl: `${appUrl}/billing/plans` } },
  });
}

/** Mails what became of a plan besides its invoices: planned, taken back, ended. Once, in the transaction that wrote it. */
export async function tellOfChange(
  { appUrl }: Pick<AppContext, "appUrl">,
  tx: Db,
  matter: ChangeMatter,
): Promise<void> {
  const { before, after, fetchNumber, trialEnding } = matter;
  if (trialEnding) await tellOfTrial(appUrl, tx, matter);
  const event = before && whatChanged(before, after);
  const message = event && toMessage(appUrl, event, matter);
  if (!message) return;
  await queueEmail(tx, {
    to: await getUserEmail(tx, after.userId),
    userId: after.userId,
    key: `plan:${after.id}:${fetchNumber}`,
    message,
  });
}

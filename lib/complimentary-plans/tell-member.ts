import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { formatCredits, formatDate } from "@/lib/shared/format";
import { getUserEmail } from "@/lib/users";
import type { GivenRow } from "./repository";

type Context = Pick<AppContext, "appUrl">;

export async function tellGiven(tx: Db, { appUrl }: Context, plan: GivenRow): Promise<void> {
  const { id, userId, planName, monthlyMilli, endsAt } = plan;
  // The last day on which it counts, not the instant after it.
  const lastDay = formatDate(new Date(endsAt.getTime() - 1));
  const props = {
    planName,
    credits: formatCredits(monthlyMilli),
    endsAt: lastDay,
    billingUrl: `${appUrl}/billing`,
  };
  await queueEmail(tx, {
    to: await getUserEmail(tx, userId),
    message: { template: "complimentary-plan-given", props },
    key: `complimentary-plan-given:${id}`,
    userId,
  });
}

export async function tellEnded(
  tx: Db,
  { appUrl }: Context,
  { id, userId, planName }: Pick<GivenRow, "id" | "userId" | "planName">,
): Promise<void> {
  await queueEmail(tx, {
    to: await getUserEmail(tx, userId),
    message: {
      template: "complimentary-plan-ended",
      props: { planName, plansUrl: `${appUrl}/billing/plans` },
    },
    key: `complimentary-plan-ended:${id}`,
    userId,
  });
}
